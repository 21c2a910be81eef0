package hospital.wardbell.modem;

/// How texts come from a modem to the program.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI)
public enum Receiving {
  /// The modem stores a text and announces it; it is read, kept, and then deleted.
  STORED,
  /// The modem gives a text straight on and keeps no copy; it is kept and then acknowledged. Until
  /// then it is the network's. Some kinds are stored all the same, as is what nobody acknowledged.
  DIRECT;

  /// @throws IllegalArgumentException if `text` is neither `stored` nor `direct`
  public static Receiving parse(String text) {
    return switch (text) {
      case "stored" -> STORED;
      case "direct" -> DIRECT;
      default -> throw new IllegalArgumentException("must be stored or direct");
    };
  }
}
