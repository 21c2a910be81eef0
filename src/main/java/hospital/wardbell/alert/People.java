package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import java.util.List;
import java.util.Optional;

/// The people there are to be told, as whoever keeps them knows it.
public interface People {
  /// Somebody who may be told.
  ///
  /// @param language `en` or `es`
  record Person(Id id, String language) {}

  /// Those who have this role and may sign in.
  List<Person> with(Sql sql, String role);

  Optional<Person> find(Sql sql, Id staff);
}
