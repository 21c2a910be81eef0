package hospital.wardbell.alert;

import java.util.regex.Pattern;

/// An address for e-mail, in the form that every server takes: no quotes, no other alphabets.
///
/// @param text up to 254 characters
/// @spec https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2 RFC 5321 §4.1.2 (**Partial**)
public record MailAddress(String text) {
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?");

  /// @throws IllegalArgumentException if it is none; does not quote it
  public MailAddress {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("An e-mail address looks like name@hospital.example.");
    }
  }

  /// What is behind the `@`.
  String domain() {
    return text.substring(text.indexOf('@') + 1);
  }

  /// Whose it is would be told by the whole.
  @Override
  public String toString() {
    return "…@" + domain();
  }
}
