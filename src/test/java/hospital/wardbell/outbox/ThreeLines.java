package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Three lines on one home, turned by the test.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThreeLines {
  static final Id DESK = Id.random();
  static final Id CARDIOLOGY = Id.random();

  OutboxHome home;
  PhoneNumber patient;
  Id conversation;
  final ScriptedSender[] modems = new ScriptedSender[3];
  final Lane[] lanes = new Lane[3];

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new OutboxHome(directory);
  }

  @AfterAll
  void close() {
    home.close();
  }

  @BeforeEach
  void threeLines() {
    home.clear();
    patient = home.optedIn();
    conversation = Id.random();
    connect();
    for (int i = 0; i < 3; i++) {
      home.set(Settings.Key.LINE_TEAMS, modems[i].name(), "");
    }
  }

  void connect() {
    for (int i = 0; i < 3; i++) {
      modems[i] = new ScriptedSender("sim-" + (i + 1));
      lanes[i] = home.outbox.lane(modems[i]);
    }
  }

  Id queue(String text) {
    return home.queueBulk(patient, conversation, DESK, text);
  }

  void drain(int... which) {
    for (int line : which) {
      OutboxHome.drain(lanes[line - 1]);
    }
  }

  List<String> sentBy(int line) {
    return modems[line - 1].texts();
  }

  /// The patient has had a text from this line.
  void knows(int line) {
    queue("first");
    drain(line);
    assertThat(sentBy(line)).containsExactly("first");
  }
}
