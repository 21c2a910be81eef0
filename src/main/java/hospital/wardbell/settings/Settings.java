package hospital.wardbell.settings;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The present settings and their history. Reading is from memory; any thread.
public final class Settings {
  /// What is not done.
  public static final String OFF = "off";

  /// Every setting there is, with the value it has until somebody sets it.
  public enum Key {
    /// What texts and pages call the hospital; 1 to 30 characters.
    HOSPITAL_NAME("hospital.name", "Wardbell trial"),
    /// The number patients can call, as people write it; goes into HELP and opt-out answers.
    CALL_BACK("hospital.call-back", "202-555-0100"),
    /// The zone of the hospital, an IANA name.
    ZONE("hospital.zone", "America/New_York"),
    /// Days within which a person may answer a patient who texted first; 1 to 30.
    ANSWER_DAYS("consent.answer-days", "7"),
    /// Whether texts are sent at all: `on`, or `off` while people have paused it.
    SENDING("outbox.sending", "on"),
    /// Minutes that a line may be out before others take the texts of those who know its number.
    LINE_PATIENCE("lines.patience-minutes", "10"),
    /// Minutes with no line able to send after which old texts are held back; 15 to 10080.
    OUTAGE("lines.outage-minutes", "120"),
    /// How old, in minutes, a text must be to be held back after an outage; 1 to 1440.
    STALE("lines.stale-minutes", "60"),
    /// The ids of the teams whose number a line is; none: it is everybody's who has no other.
    LINE_TEAMS("line.teams", ""),
    /// The most texts a SIM may send in any minute, as [Cap] writes it; so with the next four.
    PER_MINUTE("line.per-minute", Cap.OFF),
    PER_HOUR("line.per-hour", Cap.OFF),
    PER_DAY("line.per-day", Cap.OFF),
    /// The most recipients in any 24 hours.
    RECIPIENTS_PER_DAY("line.recipients-per-day", Cap.OFF),
    /// The most recipients in any 31 days.
    RECIPIENTS_PER_MONTH("line.recipients-per-month", Cap.OFF),
    /// Whether who calls a number that takes texts gets a text: `on` or `off`.
    ANSWER_CALLS("calls.answer", OFF),
    /// The hour of the hospital's day, 0 to 23, at which each modem texts its own number, or `off`.
    SELF_TEST_HOUR("modem.self-test-hour", OFF),
    /// The code by which a SIM's credit is asked for once a day, such as `*100#`, or `off`.
    BALANCE_CODE("modem.balance-code", OFF),
    /// The hour of the hospital's day, 0 to 23, at which a backup is made, or `off`.
    BACKUP_HOUR("backup.hour", OFF),
    /// Where backups are kept: a directory, an address as `sftp://user@host/path`, or nothing for
    /// the home's own.
    BACKUP_TARGET("backup.target", ""),
    /// How many of the newest backups are kept, whenever they were made; 1 to 100.
    BACKUP_NEWEST("backup.keep-newest", "3"),
    /// Of how many days the newest backup is kept; 1 to 366.
    BACKUP_DAILY("backup.keep-daily", "7"),
    /// Of how many weeks; 0 to 520.
    BACKUP_WEEKLY("backup.keep-weekly", "4"),
    /// Of how many months; 0 to 240.
    BACKUP_MONTHLY("backup.keep-monthly", "12"),
    /// The first hour of the working day, 0 to 23: looks at patients outside of it are reviewed.
    REVIEW_DAY_BEGINS("review.day-begins", "7"),
    /// The first hour behind the working day; 1 to 24.
    REVIEW_DAY_ENDS("review.day-ends", "19"),
    /// Who opens so many conversations within an hour is reviewed; 2 to 1000.
    REVIEW_MANY("review.many", "40"),
    /// Whether a copy of the keyring is kept beside the backups: `on` or `off`.
    BACKUP_KEYRING("backup.keyring-copy", "on"),
    /// The state whose rule says how long records are kept, two capital letters, or nothing.
    RETENTION_STATE("retention.state", ""),
    /// The hospital's own years after the last contact, 1 to 100; nothing: by the table of states.
    RETENTION_ADULT("retention.adult-years", ""),
    /// Until which age, 18 to 100, what is about minors is kept; nothing: by the table of states.
    RETENTION_MINOR("retention.minor-age", ""),
    /// After how many years, 1 to 100, what came and became no message is erased.
    RETENTION_RAW("retention.raw-years", "10"),
    /// Whether the hospital has had these figures checked: `on` or `off`.
    RETENTION_CHECKED("retention.checked", OFF),
    /// The hour of the hospital's day, 0 to 23, at which what has passed its time is proposed, or
    /// `off`.
    RETENTION_HOUR("retention.hour", OFF),
    /// Minutes after which the next are told of an alert that nobody has acknowledged; 1 to 1440.
    ALERT_PATIENCE("alert.patience-minutes", "15"),
    /// Minutes that somebody sees another team's conversations by break-glass; 15 to 60.
    BREAK_GLASS_MINUTES("break-glass.minutes", "30"),
    /// Hours within which a use of break-glass is to be reviewed; 1 to 720.
    BREAK_GLASS_REVIEW("break-glass.review-hours", "72"),
    /// How long sessions run of those who care for patients, as [SessionTimes] writes it; so with
    /// the next three.
    SESSIONS_CARE("sessions.care", "15/60/720"),
    SESSIONS_PRIVACY("sessions.privacy", "15/30/480"),
    SESSIONS_AUDIT("sessions.audit", "15/30/480"),
    SESSIONS_BOX("sessions.box", "15/30/480"),
    /// Of which duties a passkey is asked: `care`, `privacy`, `audit`, `box`, with commas between,
    /// or nothing.
    PASSKEY_DUTIES("sign-in.passkey-duties", ""),
    /// Whether only who has done the lessons may send: `on` or `off`.
    TRAINING_REQUIRED("training.required", OFF),
    /// Months after which each lesson is due again; 1 to 36.
    TRAINING_MONTHS("training.months", "12");

    private final String name;
    private final String initial;

    Key(String name, String initial) {
      this.name = name;
      this.initial = initial;
    }

    /// Whether each line may have its own value; one without has that for all.
    public boolean isOfLine() {
      return name.startsWith("line.");
    }

    public String dotted() {
      return name;
    }

    public String initial() {
      return initial;
    }

    /// @throws IllegalArgumentException if the setting cannot have this value; says which it can
    public void require(String value) {
      Lawful.require(this, value);
    }
  }

  private record Present(String setting, String content) {}

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<String, String> present = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  public Settings(Store store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    for (Present set : store.read(Settings::newest)) {
      present.put(set.setting(), set.content());
    }
  }

  private static List<Present> newest(Sql sql) {
    return sql.list(
        """
        select setting, content from setting s
        where version = (select max(version) from setting where setting = s.setting)\
        """,
        row -> new Present(row.text("setting"), row.text("content")));
  }

  /// [Key#ZONE]
  public ZoneId zone() {
    return ZoneId.of(text(Key.ZONE));
  }

  public String text(Key key) {
    return present.getOrDefault(key.dotted(), key.initial());
  }

  /// What `line` has of its own; if nothing, what all have.
  public String text(Key key, String line) {
    return present.getOrDefault(ofLine(key, line), text(key));
  }

  /// Whether somebody has ever set it, for `line` or for all; if not, `line` has what is initial.
  public boolean isSet(Key key, String line) {
    return present.containsKey(ofLine(key, line)) || present.containsKey(key.dotted());
  }

  public int number(Key key) {
    return Integer.parseInt(text(key));
  }

  /// Grows with every change, so that who has read them can tell whether to read them again.
  public long changes() {
    return changes.get();
  }

  public boolean isOn(Key key) {
    return text(key).equals("on");
  }

  /// Keeps a new version; whoever reads after this returns reads it.
  ///
  /// @throws IllegalArgumentException if `value` is not lawful for `key`; says what is
  public void set(Key key, String value, Actor by) {
    Lawful.require(key, value);
    keep(key.dotted(), value, by);
  }

  /// The same for one line alone.
  ///
  /// @param line the boot file's name of it
  /// @throws IllegalArgumentException also if lines have no such setting of their own
  public void set(Key key, String line, String value, Actor by) {
    if (!key.isOfLine()) {
      throw new IllegalArgumentException("No line has " + key.dotted() + " of its own.");
    }
    Lawful.require(key, value);
    keep(ofLine(key, line), value, by);
  }

  /// One version of a setting.
  ///
  /// @param by who set it, as [Actor#label] has it
  public record Version(long number, String value, Instant at, String by) {}

  /// The versions of a setting, or of what `line` has of its own, the newest first; at most 100.
  public List<Version> history(Key key, Optional<String> line) {
    return store.read(sql ->
        sql.list(
            """
            select version, content, set_at, set_by from setting
            where setting = ? order by version desc fetch first 100 rows only
            """,
            row ->
                new Version(
                    row.number("version"),
                    row.text("content"),
                    row.instant("set_at"),
                    row.text("set_by")),
            line.map(name -> ofLine(key, name)).orElseGet(key::dotted)));
  }

  private static String ofLine(Key key, String line) {
    return key.dotted() + "@" + line;
  }

  private void keep(String setting, String value, Actor by) {
    store.change(tx -> {
      long version = 1 + tx.number("select max(version) from setting where setting = ?", setting);
      tx.update(
          "insert into setting (setting, version, content, set_at, set_by)"
              + " values (?, ?, ?, ?, ?)",
          setting,
          version,
          value,
          clock.instant(),
          by.label());
      String what = setting + " version " + version;
      audit.record(tx, Entry.of(by, "settings.set").because(what));
      tx.afterCommit(() -> {
        present.put(setting, value);
        changes.incrementAndGet();
      });
    });
  }
}
