package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Admission.Result;
import hospital.wardbell.identity.Admission.Shown;
import hospital.wardbell.identity.LinkDesk.Issued;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// People who come by a one-time link.
final class Guests {
  static final String PASSWORD = "tuba plus kiwi plus";

  private static final Pattern SECRET = Pattern.compile(".*[?&]secret=([A-Z2-7]+).*");
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SECRET_OCTETS = 20;

  private final Home home;
  private int people;
  private int origins;

  Guests(Home home) {
    this.home = home;
  }

  Issued invited() {
    return invited(Role.NURSE);
  }

  Issued invited(Role role) {
    people++;
    return home.identity
        .links()
        .invite(
            new NewStaff(
                "newcomer" + people,
                "Newcomer " + people,
                Set.of(role),
                List.of(home.identity.accounts().frontDesk()),
                "en"),
            Home.ADMIN,
            "cli");
  }

  /// An address that nobody has failed from.
  String origin() {
    origins++;
    return "203.0.113." + origins;
  }

  Result begin(Issued issued) {
    return home.identity.admission().begin(Home.text(issued.code()), origin());
  }

  Shown shown(Issued issued) {
    return ((Result.Due) begin(issued)).shown();
  }

  Result finish(Shown shown, String password, String code) {
    return home.identity
        .admission()
        .finish(shown.pending(), secret(password), secret(password), code, origin());
  }

  /// Comes in by an invitation.
  Result.Welcome opened(Issued issued) {
    Shown shown = shown(issued);
    return (Result.Welcome) finish(shown, PASSWORD, code(shown));
  }

  /// What an app shows now that has scanned the page.
  String code(Shown shown) {
    String otpauth = Home.text(shown.otpauth().orElseThrow());
    return Totp.code(decoded(SECRET.matcher(otpauth).replaceFirst("$1")), step());
  }

  long step() {
    return Totp.step(home.clock.instant());
  }

  private static byte[] decoded(String base32) {
    String digits =
        base32
            .chars()
            .mapToObj(
                c -> String.valueOf(Character.forDigit(BASE32.indexOf(c), Character.MAX_RADIX)))
            .collect(Collectors.joining());
    byte[] octets = new BigInteger("1" + digits, 32).toByteArray();
    return Arrays.copyOfRange(octets, octets.length - SECRET_OCTETS, octets.length);
  }

  static Secret secret(String text) {
    return Secret.copyOf(text.toCharArray());
  }
}
