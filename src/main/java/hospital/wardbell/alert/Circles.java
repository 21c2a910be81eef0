package hospital.wardbell.alert;

import hospital.wardbell.alert.Alert.Telling;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// From circle to circle: whom an alert goes to next, and that there is nobody left.
record Circles(People people, Collection<Channel> channels, Audit audit) {
  static final Actor SELF = new Actor.Wardbell("alert");

  /// Has everybody of the alert's present circle told; if there is nobody, of the next.
  ///
  /// @return whether there is anybody to be told
  boolean enter(Tx tx, Alert alert, Instant now) {
    List<People.Person> circle = of(tx, alert);
    if (circle.isEmpty()) {
      return goOn(tx, alert, now);
    }
    for (People.Person person : circle) {
      for (Channel channel : channels) {
        if (channel.reaches(tx, person.id())) {
          boolean _ =
              TellingTable.insert(tx, alert.id(), person.id(), channel.name(), Telling.DUE, now);
        }
      }
    }
    return true;
  }

  private List<People.Person> of(Sql sql, Alert alert) {
    List<People.Person> all =
        alert
            .person()
            .map(staff -> people.find(sql, staff).stream().toList())
            .orElseGet(() -> people.with(sql, alert.kind().circles().get(alert.circle())));
    return all.stream().filter(person -> !alert.by().equals("staff:" + person.id())).toList();
  }

  /// From a circle in which nobody has acknowledged to the next; behind the last it is put on
  /// record that nobody did.
  ///
  /// @return whether there is anybody to be told
  boolean goOn(Tx tx, Alert alert, Instant now) {
    int next = alert.circle() + 1;
    String before = alert.reached() == 0 ? "nobody-reached" : "reached " + alert.reached();
    if (next >= alert.kind().circles().size()) {
      AlertTable.unheard(tx, alert.id(), now);
      audit.record(tx, Entry.of(SELF, "alert.unheard").about(alert.id()).because(before));
      return false;
    }
    AlertTable.circle(tx, alert.id(), next, now);
    String how = alert.kind().circles().get(next) + ", before: " + before;
    audit.record(tx, Entry.of(SELF, "alert.escalated").about(alert.id()).because(how));
    return enter(tx, AlertTable.find(tx, alert.id()).orElseThrow(), now);
  }

  Optional<Channel> channel(String name) {
    return channels.stream().filter(channel -> channel.name().equals(name)).findFirst();
  }

  /// What an entry says of a telling: nobody's address.
  static String telling(Id staff, String channel, Optional<String> trouble) {
    return channel + " " + staff + trouble.map(words -> " " + words).orElse("");
  }
}
