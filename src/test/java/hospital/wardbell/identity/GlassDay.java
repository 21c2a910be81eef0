package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Tests of break-glass that share one home.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GlassDay {
  Home home;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  /// A team of which nobody is.
  Id team(String name) {
    return home.identity.accounts().addTeam(name + " " + Id.random(), Home.ADMIN);
  }

  List<GlassUse> uses() {
    return home.identity.breakGlass().reviews().uses();
  }

  /// The newest.
  GlassUse use() {
    return uses().getFirst();
  }
}
