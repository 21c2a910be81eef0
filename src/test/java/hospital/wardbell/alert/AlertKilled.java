package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.vault.KilledAt;
import hospital.wardbell.vault.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A program that raises an alert and stands still, until it is killed, once it has raised it or at
/// the moment somebody was told and no row says so.
final class AlertKilled {
  static final String RAISED = "raised";
  static final String TOLD = "told";

  private AlertKilled() {}

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[0]);
    Steps steps = KilledAt.standingStillAt(arguments[1]);
    AlertHome home = AlertHome.with(directory, new Written(directory.resolve("told"), steps));
    Alert _ = home.test();
    steps.reached(RAISED);
    var _ = home.alerts.turn();
  }

  /// A channel that writes a line for each telling.
  record Written(Path file, Steps steps) implements Channel {
    @Override
    public String name() {
      return "written";
    }

    @Override
    public boolean reaches(Sql sql, Id staff) {
      return true;
    }

    @Override
    public Outcome tell(People.Person person, Alert alert) {
      try {
        Files.writeString(
            file,
            person.id() + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND,
            StandardOpenOption.SYNC);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      steps.reached(TOLD);
      return new Outcome.Told();
    }
  }
}
