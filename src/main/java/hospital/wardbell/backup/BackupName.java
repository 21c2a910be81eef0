package hospital.wardbell.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a backup's file is called: `wardbell-20261126T020000Z-1a2b3c4d.wbk`.
///
/// @param at when it was made, to the second
/// @param fingerprint of the key it is sealed with
public record BackupName(Instant at, String fingerprint) implements Comparable<BackupName> {
  /// What a file that is still being written has at its end.
  static final String PART = ".part";

  private static final Pattern FORM =
      Pattern.compile("wardbell-([0-9]{8}T[0-9]{6})Z-([0-9a-f]{8})\\.wbk");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  public BackupName {
    at = at.truncatedTo(ChronoUnit.SECONDS);
  }

  /// Empty if `text` is no backup's name.
  public static Optional<BackupName> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      Instant at = LocalDateTime.parse(form.group(1), TIME).toInstant(ZoneOffset.UTC);
      return Optional.of(new BackupName(at, form.group(2)));
    } catch (DateTimeException _) {
      return Optional.empty(); // the 45th of a month
    }
  }

  public String text() {
    return "wardbell-" + TIME.format(at.atOffset(ZoneOffset.UTC)) + "Z-" + fingerprint + ".wbk";
  }

  @Override
  public int compareTo(BackupName other) {
    return Comparator.comparing(BackupName::at)
        .thenComparing(BackupName::fingerprint)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return text();
  }
}
