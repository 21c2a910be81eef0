package hospital.wardbell.settings;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.store.Store;
import java.time.InstantSource;

/// The present settings and their history. Reading is from memory; any thread.
public final class Settings {
  /// Every setting there is, with the value it has until somebody sets it.
  public enum Key {
    /// What texts and pages call the hospital; 1 to 30 characters.
    HOSPITAL_NAME("hospital.name", "Wardbell trial"),
    /// The number patients can call, as people write it; goes into HELP and opt-out answers.
    CALL_BACK("hospital.call-back", "202-555-0100"),
    /// The zone of the hospital, an IANA name.
    ZONE("hospital.zone", "America/New_York"),
    /// Days within which a person may answer a patient who texted first; 1 to 30.
    ANSWER_DAYS("consent.answer-days", "7");

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
  }

  public Settings(Store store, Audit audit, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  public String text(Key key) {
    throw new IllegalStateException("not built");
  }

  public int number(Key key) {
    throw new IllegalStateException("not built");
  }

  /// Keeps a new version.
  ///
  /// @throws IllegalArgumentException if `value` is not lawful for `key`; says what is
  public void set(Key key, String value, Actor by) {
    throw new IllegalStateException("not built");
  }
}
