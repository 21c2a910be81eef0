package hospital.wardbell.modem;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A carrier, as far as the driver acts on whose SIM it is: values only.
///
/// @param name 1 to 31 of a-z, 0-9 and -
/// @param networks what its SIMs' IMSIs begin with, country and network, such as `310-410`
/// @param serviceCentre what is given to a SIM that knows none, international
/// @param ims whether its SIMs need IMS
/// @param rate how many texts it may be given
public record Carrier(
    String name, List<String> networks, Optional<String> serviceCentre, Ims ims, Rate rate) {
  /// What is done about a modem's IMS.
  public enum Ims {
    ON,
    OFF,
    /// The modem is left as it is.
    LEAVE;

    /// @throws IllegalArgumentException if `text` is none
    public static Ims named(String text) {
      return switch (text) {
        case "on" -> ON;
        case "off" -> OFF;
        case "leave" -> LEAVE;
        default -> throw new IllegalArgumentException("must be on, off or leave");
      };
    }
  }

  private static final Pattern NETWORK = Pattern.compile("\\d{3}-\\d{2,3}");
  private static final Pattern CENTRE = Pattern.compile("\\+[1-9]\\d{4,14}");

  public Carrier {
    Profile.name(name);
    networks = networks.stream().map(Carrier::network).toList();
    serviceCentre.ifPresent(Carrier::centre);
  }

  /// @return `text`
  /// @spec https://www.3gpp.org/dynareport/23003.htm#2.2 3GPP TS 23.003 §2.2 (IMSI)
  public static String network(String text) {
    return need(NETWORK.matcher(text).matches(), text, "must be networks such as 310-410");
  }

  /// @return `text`
  public static String centre(String text) {
    return need(CENTRE.matcher(text).matches(), text, "must be + and 5 to 15 digits, in quotes");
  }

  private static String need(boolean holds, String text, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
    return text;
  }

  /// Whether the SIM of this IMSI is one of its own.
  boolean owns(String imsi) {
    return networks.stream().anyMatch(network -> imsi.startsWith(network.replace("-", "")));
  }
}
