package hospital.wardbell.base;

/// Who is at the other end of a text: a telephone number, a short code or a sender's name.
///
/// A conversation is one of our lines with one remote. Only a [PhoneNumber] can be texted.
/// `toString` shows no more than the last two characters.
public sealed interface Remote permits PhoneNumber, ShortCode, SenderName {
  /// The one spelling that equal remotes share, for storing and for the blind index.
  String canonical();

  /// The remote that [#canonical] wrote.
  ///
  /// @throws IllegalArgumentException if no remote is written so
  static Remote parse(String canonical) {
    if (canonical.startsWith("+")) {
      return new PhoneNumber(canonical);
    }
    if (canonical.startsWith(ShortCode.PREFIX)) {
      return new ShortCode(canonical.substring(ShortCode.PREFIX.length()));
    }
    if (canonical.startsWith(SenderName.PREFIX)) {
      return new SenderName(canonical.substring(SenderName.PREFIX.length()));
    }
    throw new IllegalArgumentException("not a remote's canonical spelling");
  }

  /// `text` with all but its last two characters left out.
  static String masked(String text) {
    return "…" + text.substring(Math.max(0, text.length() - 2));
  }
}
