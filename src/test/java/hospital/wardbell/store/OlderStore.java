package hospital.wardbell.store;

import hospital.wardbell.base.Secret;
import java.nio.file.Path;
import java.util.List;

/// A database as an earlier version of the program would have made it: without the newest steps of
/// the schema.
public final class OlderStore {
  private OlderStore() {}

  /// @param steps the numbers of those it has
  public static Store open(Path directory, Secret key, List<Integer> steps) {
    return Store.open(
        directory,
        key,
        Migrations.ours().stream().filter(step -> steps.contains(step.number())).toList());
  }
}
