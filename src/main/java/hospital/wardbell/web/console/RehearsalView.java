package hospital.wardbell.web.console;

import hospital.wardbell.identity.lesson.Rehearsal;
import java.util.ArrayList;
import java.util.List;

/// A rehearsal, ready to be drawn.
///
/// @param said what the person has answered so far
/// @param typed what was typed and told too much; else empty
/// @param problem why, in words; else empty
public record RehearsalView(Rehearsal rehearsal, List<String> said, String typed, String problem) {
  public RehearsalView {
    said = List.copyOf(said);
  }

  /// One text of it.
  ///
  /// @param remark what is said of it; empty if nothing
  public record Turn(boolean ours, String text, String remark) {}

  public boolean isOver() {
    return said.size() >= rehearsal.answers();
  }

  public List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i <= said.size(); i++) {
      Rehearsal.Scene scene = rehearsal.scenes().get(i);
      boolean last = i == rehearsal.answers();
      turns.add(new Turn(false, scene.text(), last ? scene.remark() : ""));
      if (i < said.size()) {
        turns.add(new Turn(true, said.get(i), scene.remark()));
      }
    }
    return turns;
  }
}
