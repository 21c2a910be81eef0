package hospital.wardbell.settings;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
    /// Whether who calls a number that takes texts gets a text: `on` or `off`.
    ANSWER_CALLS("calls.answer", OFF),
    /// The hour of the hospital's day, 0 to 23, at which each modem texts its own number, or `off`.
    SELF_TEST_HOUR("modem.self-test-hour", OFF),
    /// The code by which a SIM's credit is asked for once a day, such as `*100#`, or `off`.
    BALANCE_CODE("modem.balance-code", OFF);

    private final String name;
    private final String initial;

    Key(String name, String initial) {
      this.name = name;
      this.initial = initial;
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

  private record Version(String setting, String content) {}

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<Key, String> present = new ConcurrentHashMap<>();

  public Settings(Store store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    Map<String, String> set =
        store.read(Settings::newest).stream()
            .collect(Collectors.toMap(Version::setting, Version::content));
    for (Key key : Key.values()) {
      present.put(key, set.getOrDefault(key.dotted(), key.initial()));
    }
  }

  private static List<Version> newest(Sql sql) {
    return sql.list(
        """
        select setting, content from setting s
        where version = (select max(version) from setting where setting = s.setting)\
        """,
        row -> new Version(row.text("setting"), row.text("content")));
  }

  public String text(Key key) {
    return Objects.requireNonNull(present.get(key));
  }

  public int number(Key key) {
    return Integer.parseInt(text(key));
  }

  public boolean isOn(Key key) {
    return text(key).equals("on");
  }

  /// Keeps a new version; whoever reads after this returns reads it.
  ///
  /// @throws IllegalArgumentException if `value` is not lawful for `key`; says what is
  public void set(Key key, String value, Actor by) {
    Lawful.require(key, value);
    store.change(tx -> {
      long version =
          1 + tx.number("select max(version) from setting where setting = ?", key.dotted());
      tx.update(
          "insert into setting (setting, version, content, set_at, set_by)"
              + " values (?, ?, ?, ?, ?)",
          key.dotted(),
          version,
          value,
          clock.instant(),
          by.label());
      String what = key.dotted() + " version " + version;
      audit.record(tx, Entry.of(by, "settings.set").because(what));
      tx.afterCommit(() -> present.put(key, value));
    });
  }
}
