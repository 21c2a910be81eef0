package hospital.wardbell.outbox;

/// Where a part waits. Each queue has its own order, so that what waits for one line stands in
/// nobody else's way.
sealed interface Queue {
  /// For those who know the line's number, and for what goes on where it began.
  record Line(String name) implements Queue {}

  /// For those who know no line yet.
  ///
  /// @param id the team's; empty for texts queued before teams had lines
  record Team(String id) implements Queue {}

  /// For what a lead must let go first.
  record Stale() implements Queue {}

  /// As it stands in a row.
  default String written() {
    return switch (this) {
      case Line(String name) -> "line/" + name;
      case Team(String id) -> "team/" + id;
      case Stale() -> "stale";
    };
  }

  static Queue read(String written) {
    String name = written.substring(written.indexOf('/') + 1);
    return switch (written.substring(0, written.length() - name.length())) {
      case "line/" -> new Line(name);
      case "team/" -> new Team(name);
      case "" -> new Stale();
      default -> throw new IllegalArgumentException("no queue is called " + written);
    };
  }
}
