package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// An outbox with one line that only the test turns, and a patient who opted in; new for each test,
/// in a home for all.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OneLine {
  static final SendOutcome SILENCE = new SendOutcome.Unknown(Duration.ofSeconds(62));

  OutboxHome home;
  PhoneNumber patient;
  ScriptedSender modem;
  Lane lane;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new OutboxHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void somebodyNew() {
    home.clear();
    patient = home.optedIn();
    connect();
  }

  /// A line that knows nothing of what was before.
  final void connect() {
    modem = new ScriptedSender("sim-1");
    lane = home.outbox.lane(modem);
  }

  /// Sends a text that the modem says it submitted under `reference`.
  Id submitted(int reference) {
    Id message = home.queue(patient, "text " + reference);
    modem.answers(new SendOutcome.Accepted(reference));
    OutboxHome.drain(lane);
    return message;
  }
}
