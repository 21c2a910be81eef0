package hospital.wardbell.web.console;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;

/// A remote as people write it.
public final class Remotes {
  private static final int NORTH_AMERICAN = 12;

  private Remotes() {}

  /// `(202) 555-0123` for North American numbers, else as it is.
  public static String shown(Remote remote) {
    return switch (remote) {
      case PhoneNumber(String e164) when e164.startsWith("+1") && e164.length() == NORTH_AMERICAN ->
          "(%s) %s-%s".formatted(e164.substring(2, 5), e164.substring(5, 8), e164.substring(8));
      case PhoneNumber(String e164) -> e164;
      case ShortCode(String digits) -> digits;
      case SenderName(String name) -> name.isEmpty() ? "–" : name;
    };
  }
}
