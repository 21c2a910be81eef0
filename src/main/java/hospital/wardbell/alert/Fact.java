package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What an alert says besides its kind. There is none that could hold anybody's words.
public sealed interface Fact {
  /// Somebody of the staff.
  record Person(Id staff) implements Fact {}

  record Team(Id team) implements Fact {}

  /// A thing with a row of its own.
  record Thing(Id id) implements Fact {}

  record Count(long number) implements Fact {}

  record Time(Instant at) implements Fact {}

  private String text() {
    return switch (this) {
      case Person(Id staff) -> "person:" + staff;
      case Team(Id team) -> "team:" + team;
      case Thing(Id id) -> "thing:" + id;
      case Count(long number) -> "count:" + number;
      case Time(Instant at) -> "time:" + at.toEpochMilli();
    };
  }

  /// As a row keeps them.
  static String written(List<Fact> facts) {
    return facts.stream().map(Fact::text).collect(Collectors.joining(" "));
  }

  static List<Fact> read(String written) {
    return Arrays.stream(written.split(" ", -1)).filter(f -> !f.isEmpty()).map(Fact::one).toList();
  }

  private static Fact one(String written) {
    int colon = written.indexOf(':');
    String value = written.substring(colon + 1);
    return switch (written.substring(0, Math.max(0, colon))) {
      case "person" -> new Person(Id.parse(value));
      case "team" -> new Team(Id.parse(value));
      case "thing" -> new Thing(Id.parse(value));
      case "count" -> new Count(Long.parseLong(value));
      case "time" -> new Time(Instant.ofEpochMilli(Long.parseLong(value)));
      default -> throw new IllegalArgumentException("no fact of an alert");
    };
  }
}
