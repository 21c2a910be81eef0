package hospital.wardbell.siem;

import hospital.wardbell.audit.Recorded;
import java.time.Instant;

/// An audit entry in the Common Event Format, version 0. Pure.
///
/// In the header a backslash and a bar are escaped, in an extension's value a backslash, an equals
/// sign and line breaks.
final class Cef {
  private static final int USUAL = 3;
  private static final int REFUSED = 6;

  private Cef() {}

  static String of(Recorded entry, String version) {
    StringBuilder cef =
        new StringBuilder(
            "CEF:0|Wardbell|Wardbell|%s|%s|%s|%d|"
                .formatted(
                    header(version),
                    header(entry.act()),
                    header(entry.act().replace('.', ' ').replace('-', ' ')),
                    entry.isRefusal() ? REFUSED : USUAL));
    cef.append("rt=").append(entry.at().toEpochMilli());
    cef.append(" externalId=").append(entry.leaf());
    extend(cef, "suser", entry.actor());
    extend(cef, "outcome", entry.isRefusal() ? "refused" : "done");
    labelled(cef, "cs1", "about", entry.about());
    labelled(cef, "cs2", "origin", entry.origin());
    labelled(cef, "cs3", "reason", entry.reason());
    labelled(cef, "cs4", "under", entry.under().orElse(""));
    return cef.toString();
  }

  /// @param line a checkpoint as [hospital.wardbell.audit.NoteLine] has it
  static String checkpoint(String line, Instant at, String version) {
    StringBuilder cef =
        new StringBuilder(
            "CEF:0|Wardbell|Wardbell|%s|audit.checkpoint|audit checkpoint|%d|rt=%d"
                .formatted(header(version), USUAL, at.toEpochMilli()));
    labelled(cef, "cs1", "checkpoint", line);
    return cef.toString();
  }

  private static void labelled(StringBuilder cef, String key, String label, String value) {
    if (!value.isEmpty()) {
      extend(cef, key + "Label", label);
      extend(cef, key, value);
    }
  }

  private static void extend(StringBuilder cef, String key, String value) {
    cef.append(' ').append(key).append('=').append(escaped(value));
  }

  private static String header(String text) {
    return text.replace("\\", "\\\\").replace("|", "\\|");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("=", "\\=").replace("\r", "\\r").replace("\n", "\\n");
  }
}
