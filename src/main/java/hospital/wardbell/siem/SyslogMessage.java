package hospital.wardbell.siem;

import hospital.wardbell.audit.NoteLine;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// An audit entry as a syslog message. Pure.
///
/// @param host which this machine is called, as syslog has it
/// @param version of the program
/// @spec https://www.rfc-editor.org/rfc/rfc5424#section-6 RFC 5424 §6 (message)
record SyslogMessage(String host, String version) {
  private static final int LOG_AUDIT = 13;
  private static final int WARNING = 4;
  private static final int NOTICE = 5;
  private static final int FACILITY = 8;
  private static final int LONGEST_MESSAGE_ID = 32;
  private static final String CHECKPOINT = "audit.checkpoint";
  private static final Pattern UNPRINTABLE = Pattern.compile("[^!-~]");

  /// The message with its length before it.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc5425#section-4.3 RFC 5425 §4.3 (octet counting)
  byte[] framed(Recorded entry, Payload payload) {
    return framed(text(entry, payload));
  }

  private static byte[] framed(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(length.length + message.length).put(length).put(message).array();
  }

  String text(Recorded entry, Payload payload) {
    int severity = entry.isRefusal() ? WARNING : NOTICE;
    String body =
        switch (payload) {
          case JSON -> entry.text();
          case CEF -> Cef.of(entry, version);
        };
    return "<%d>1 %s %s wardbell - %s [meta sequenceId=\"%d\"][origin software=\"wardbell\" swVersion=\"%s\"] %s"
        .formatted(
            LOG_AUDIT * FACILITY + severity,
            entry.at(),
            printable(host, 255),
            printable(entry.act(), LONGEST_MESSAGE_ID),
            // 1 to 2^31 - 1, then from 1 again.
            entry.leaf() % Integer.MAX_VALUE + 1,
            version,
            body);
  }

  /// A signed checkpoint as a message of its own, with its length before it: a collector that keeps
  /// it can show later what was signed.
  byte[] checkpoint(String note, Instant at, Payload payload) {
    String line = NoteLine.of(note);
    String body =
        switch (payload) {
          case JSON -> new JsonObject().put("checkpoint", line).write();
          case CEF -> Cef.checkpoint(line, at, version);
        };
    return framed(
        "<%d>1 %s %s wardbell - %s [origin software=\"wardbell\" swVersion=\"%s\"] %s"
            .formatted(
                LOG_AUDIT * FACILITY + NOTICE,
                at.truncatedTo(ChronoUnit.MILLIS),
                printable(host, 255),
                CHECKPOINT,
                version,
                body));
  }

  /// `-` for nothing, since an empty field would shift the others.
  private static String printable(String text, int most) {
    String kept = UNPRINTABLE.matcher(text).replaceAll("");
    return kept.isEmpty() ? "-" : kept.substring(0, Math.min(most, kept.length()));
  }
}
