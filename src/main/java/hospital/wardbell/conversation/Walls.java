package hospital.wardbell.conversation;

import hospital.wardbell.identity.Sight;
import java.util.ArrayList;
import java.util.List;

/// The arguments of a query that starts with [Sight#within].
final class Walls {
  private Walls() {}

  /// @param others for the `?` that follow the teams'
  static Object[] arguments(Sight sight, Object... others) {
    List<Object> all = new ArrayList<>(sight.teams());
    all.addAll(List.of(others));
    return all.toArray();
  }
}
