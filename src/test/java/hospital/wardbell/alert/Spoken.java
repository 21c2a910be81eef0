package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A channel that keeps whom it told, and answers as it was told to.
final class Spoken implements Channel {
  final List<Id> told = new ArrayList<>();
  final Set<Id> unreachable = new HashSet<>();
  final Deque<Outcome> outcomes = new ArrayDeque<>(); // then always Told

  @Override
  public String name() {
    return "spoken";
  }

  @Override
  public boolean reaches(Sql sql, Id staff) {
    return !unreachable.contains(staff);
  }

  @Override
  public Outcome tell(People.Person person, Alert alert) {
    told.add(person.id());
    Outcome outcome = outcomes.poll();
    return outcome == null ? new Outcome.Told() : outcome;
  }
}
