package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;

/// A way by which people are told. Used by one loop; each telling ends within half a minute.
public interface Channel {
  /// How telling one person went.
  sealed interface Outcome {
    record Told() implements Outcome {}

    /// Not now; it is tried again.
    ///
    /// @param trouble why, in our own words: nothing that somebody else wrote
    record Later(String trouble) implements Outcome {}

    /// Not this person, however often it is tried.
    record Never(String trouble) implements Outcome {}
  }

  /// What rows and the record call it: up to 12 lower-case letters.
  String name();

  /// Whether there is a way to this person just now.
  boolean reaches(Sql sql, Id staff);

  Outcome tell(People.Person person, Alert alert);
}
