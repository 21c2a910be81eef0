package hospital.wardbell.outbox;

import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Which line may take a part. Any thread.
///
/// Parts behind one that was sent stay on its line. Otherwise a line that the patient knows takes
/// them, and if the patient knows none, those of the team; each takes what it has time for. When a
/// line has got nothing through for as long as the setting says, others may take what waits for it:
/// those of the team first.
final class Route {
  /// What the settings say, and which settings they were.
  private record Plan(
      long settings, int lines, Duration patience, Map<String, Set<String>> teams) {}

  private final Settings settings;
  private final InstantSource clock;
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private volatile Plan plan = new Plan(-1, 0, Duration.ZERO, Map.of());

  Route(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void add(Line line) {
    lines.add(line);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /// What `line` may take now, by this and by its own limits.
  Ready.Taker taker(Line line) {
    Instant now = clock.instant();
    Allowance allowance = line.allowance();
    Ready.Taker routed = routed(line);
    return new Ready.Taker() {
      @Override
      public boolean serves(Queue queue) {
        return routed.serves(queue);
      }

      @Override
      public boolean mayTake(Waiting part) {
        return routed.mayTake(part)
            && allowance.closed(part.isUrgent(), part.recipient(), now).isEmpty();
      }
    };
  }

  /// What `line` may take now, its limits left aside.
  Ready.Taker routed(Line line) {
    Plan present = plan();
    Set<String> standing = standing(present.patience());
    String name = line.name();
    return new Ready.Taker() {
      @Override
      public boolean serves(Queue queue) {
        return switch (queue) {
          case Queue.Line(String known) -> known.equals(name) || !standing.contains(known);
          case Queue.Team(String team) -> isFor(present, standing, name, team);
          case Queue.Stale() -> false;
        };
      }

      @Override
      public boolean mayTake(Waiting part) {
        return part.modem().map(name::equals).orElseGet(() -> mayTake(part.queue(), part.team()));
      }

      private boolean mayTake(Queue queue, String team) {
        return switch (queue) {
          case Queue.Line(String known) ->
              known.equals(name)
                  || (!standing.contains(known) && isFor(present, standing, name, team));
          case Queue.Team _, Queue.Stale _ -> serves(queue);
        };
      }
    };
  }

  /// The lines that have not been given up.
  private Set<String> standing(Duration patience) {
    Instant now = clock.instant();
    Set<String> standing = new HashSet<>();
    for (Line line : lines) {
      if (!line.isGivenUp(now, patience)) {
        standing.add(line.name());
      }
    }
    return standing;
  }

  private static boolean isFor(Plan plan, Set<String> standing, String line, String team) {
    Set<String> own = plan.teams().getOrDefault(team, plan.teams().getOrDefault("", Set.of()));
    return own.contains(line) || own.stream().noneMatch(standing::contains);
  }

  private Plan plan() {
    Plan present = plan;
    if (present.settings() != settings.changes() || present.lines() != lines.size()) {
      present = read(settings.changes());
      plan = present;
    }
    return present;
  }

  /// The lines of each team that has any; under no name those that are no team's, or all if each is
  /// some team's.
  private Plan read(long version) {
    Map<String, Set<String>> teams = new HashMap<>();
    Set<String> all = new HashSet<>();
    for (Line line : lines) {
      all.add(line.name());
      String written = settings.text(Settings.Key.LINE_TEAMS, line.name());
      for (String team : written.split(",", -1)) {
        teams.computeIfAbsent(team, _ -> new HashSet<>()).add(line.name());
      }
    }
    teams.putIfAbsent("", all);
    int minutes = settings.number(Settings.Key.LINE_PATIENCE);
    return new Plan(version, all.size(), Duration.ofMinutes(minutes), teams);
  }
}
