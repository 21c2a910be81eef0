package hospital.wardbell.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// A message as it goes over the line: headers, and a body of which every line is base 64. Pure.
///
/// @spec https://www.rfc-editor.org/rfc/rfc5322#section-3.6 RFC 5322 §3.6 (fields)
final class MailText {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int CHARACTERS_A_WORD = 15;

  private MailText() {}

  /// @param name of the message, without a domain
  static String of(
      MailAddress from,
      MailAddress to,
      String name,
      Instant at,
      boolean urgent,
      String subject,
      String body) {
    String text =
        String.join(
            "\r\n",
            "Date: " + DATE.format(at),
            "From: Wardbell <" + from.text() + ">",
            "To: <" + to.text() + ">",
            "Message-ID: <" + name + "@" + from.domain() + ">",
            "Subject: " + header(subject),
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64");
    String high = urgent ? "\r\nImportance: high" : "";
    return text
        + high
        + "\r\n\r\n"
        + Base64.getMimeEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
  }

  /// As it is if it is ASCII, else in encoded words.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc2047#section-2 RFC 2047 §2 (encoded words)
  private static String header(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      return text;
    }
    List<String> words = new ArrayList<>();
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i += CHARACTERS_A_WORD) {
      String part = new String(characters, i, Math.min(CHARACTERS_A_WORD, characters.length - i));
      words.add(
          "=?UTF-8?B?"
              + Base64.getEncoder().encodeToString(part.getBytes(StandardCharsets.UTF_8))
              + "?=");
    }
    return String.join("\r\n ", words);
  }
}
