package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.util.List;

/// Whose data somebody may see: that of these teams, and nobody else's. Every query about patients
/// or conversations takes one and filters in the database, before anything is counted.
public record Sight(List<Id> teams) {
  public static final Sight NOTHING = new Sight(List.of());

  public Sight {
    teams = List.copyOf(teams);
  }

  /// An SQL condition with one `?` for each team; never true if there is none.
  public String within(String column) {
    return teams.isEmpty() ? "1 = 0" : column + " in (" + "?, ".repeat(teams.size() - 1) + "?)";
  }

  public boolean covers(Id team) {
    return teams.contains(team);
  }
}
