package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that somebody must know, as its row has it.
///
/// @param person whom it is for, if for one alone
/// @param by whose doing it is about, as [hospital.wardbell.base.Actor#label] has it
/// @param times how often it was raised while it was open
/// @param latest when last
/// @param circle who has been told by now: the first circle is 0
/// @param circleSince when that circle was reached
/// @param unheard since when nobody is left to be told, if nobody has acknowledged
public record Alert(
    Id id,
    Kind kind,
    String subject,
    Optional<Id> person,
    List<Fact> facts,
    String by,
    Instant raised,
    int times,
    Instant latest,
    int circle,
    Instant circleSince,
    State state,
    Optional<Instant> unheard,
    Optional<Settled> settled,
    List<Told> told) {
  /// Where it stands.
  public enum State {
    OPEN,
    ACKNOWLEDGED,
    /// What it was about has passed.
    OVER
  }

  /// How it ended.
  ///
  /// @param by who acknowledged it; empty if it passed by itself
  public record Settled(Optional<Id> by, Instant at) {}

  /// How one person was told by one channel.
  ///
  /// @param trouble why not, in our own words
  public record Told(
      Id id, Id staff, String channel, Telling state, int tries, Optional<String> trouble) {}

  /// Where a telling stands.
  public enum Telling {
    DUE,
    TOLD,
    /// Given up.
    FAILED,
    /// The alert was settled before.
    NEEDLESS
  }

  public Alert {
    facts = List.copyOf(facts);
    told = List.copyOf(told);
  }

  /// What people call it.
  public Reference reference() {
    return Reference.of(id);
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /// Whether it is `reader` who should know it. Whose doing it is about is never among them.
  public boolean concerns(Reader reader) {
    if (by.equals("staff:" + reader.staff())) {
      return false;
    }
    return person.isPresent()
        ? person.get().equals(reader.staff())
        : kind.circles().stream().limit(circle + 1L).anyMatch(reader.roles()::contains);
  }

  /// How many people have been told, by whatever channel.
  public long reached() {
    return told.stream()
        .filter(one -> one.state() == Telling.TOLD)
        .map(Told::staff)
        .distinct()
        .count();
  }
}
