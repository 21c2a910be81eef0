package hospital.wardbell.backup;

import hospital.wardbell.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What a restore on trial has shown.
///
/// @param by who had it done, as [hospital.wardbell.base.Actor#label] has it
/// @param name of the backup, or of its file
/// @param madeAt when the backup was made
/// @param tables that the engine found consistent
/// @param entries of the audit log that were verified
/// @param ended records that do not come back, since the period they were kept for has ended
/// @param wrong in words, what did not hold; empty if all did
public record Evidence(
    Instant at,
    String by,
    String name,
    Instant madeAt,
    String product,
    long octets,
    Duration took,
    int tables,
    long rows,
    long entries,
    long ended,
    List<String> wrong) {
  public Evidence {
    wrong = List.copyOf(wrong);
  }

  public boolean passed() {
    return wrong.isEmpty();
  }

  /// Records that do not come back, for people.
  public static String inWords(long ended) {
    return "%,d records of a period that has ended since; its keys were destroyed".formatted(ended);
  }

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_RECORD = 4000;

  /// The name, as far as a row has room for it.
  String recordedName() {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /// Itself, as far as a row has room for it: of many things that are wrong, the first.
  String recorded() {
    String whole = json().write();
    return whole.length() <= LONGEST_RECORD
        ? whole
        : json().put("wrong", wrong.stream().limit(5).toList()).write();
  }

  public JsonObject json() {
    return new JsonObject()
        .put("tested_at", at.toString())
        .put("tested_by", by)
        .put("passed", passed())
        .put("backup", name)
        .put("made_at", madeAt.toString())
        .put("made_by_version", product)
        .put("age_seconds", Duration.between(madeAt, at).toSeconds())
        .put("octets", octets)
        .put("took_ms", took.toMillis())
        .put("tables_checked", tables)
        .put("rows_counted", rows)
        .put("audit_entries_verified", entries)
        .put("ended_records", ended)
        .put("wrong", wrong);
  }

  /// A page for the binder.
  public String page() {
    return """
    Wardbell: restore drill

    Result:                  %s
    Begun:                   %s
    By:                      %s
    Backup:                  %s
    Made:                    %s (%d hours before), by version %s
    Size:                    %,d octets
    Time to restore, check:  %d.%03d s
    Opened:                  every octet held to its seal, every file to its digest
    Tables consistent:       %d
    Rows counted:            %,d
    Audit entries verified:  %,d
    %s%s\
    """
        .formatted(
            passed() ? "passed" : "FAILED",
            at,
            by,
            name,
            madeAt,
            Duration.between(madeAt, at).toHours(),
            product,
            octets,
            took.toSeconds(),
            took.toMillisPart(),
            tables,
            rows,
            entries,
            ended == 0 ? "" : "Do not come back:        " + inWords(ended) + "\n",
            String.join("", wrong.stream().map(what -> "Wrong: " + what + "\n").toList()));
  }
}
