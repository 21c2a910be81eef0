package hospital.wardbell.alert;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is to be raised.
///
/// @param subject tells it from others of its kind: while one of a kind and subject is open,
///   another is counted and not raised anew; up to 64 letters, digits, dots and hyphens
/// @param person whom it is for, if its kind has no circles
/// @param by whose doing it is about; they are not told, and do not acknowledge it
public record Notice(Kind kind, String subject, Optional<Id> person, List<Fact> facts, Actor by) {
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final int MOST_FACTS = 5;

  /// @throws IllegalArgumentException if it is for nobody, or has another form
  public Notice {
    facts = List.copyOf(facts);
    if (!SUBJECT.matcher(subject).matches()
        || facts.size() > MOST_FACTS
        || kind.circles().isEmpty() != person.isPresent()) {
      throw new IllegalArgumentException("not the form of an alert");
    }
  }

  /// For the circles of its kind.
  public static Notice of(Kind kind, String subject, Actor by, Fact... facts) {
    return new Notice(kind, subject, Optional.empty(), List.of(facts), by);
  }

  /// For one person.
  public static Notice to(Id person, Kind kind, String subject, Actor by) {
    return new Notice(kind, subject, Optional.of(person), List.of(), by);
  }
}
