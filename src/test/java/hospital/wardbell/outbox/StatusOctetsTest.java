package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.SendOutcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What each TP-ST does to a text, and whose report it must be.
class StatusOctetsTest {
  private OutboxHome home;
  private PhoneNumber patient;
  private ScriptedSender modem;
  private Lane lane;

  @BeforeEach
  void open(@TempDir Path directory) {
    home = new OutboxHome(directory);
    patient = home.optedIn();
    modem = new ScriptedSender("sim-1");
    lane = home.outbox.lane(modem);
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void every_status_delivers_fails_or_leaves_a_text_where_it_is() {
    for (int status = 0; status < 256; status++) {
      Id message = home.queue(patient, "text " + status);
      modem.answers(new SendOutcome.Accepted(status));
      OutboxHome.drain(lane);

      home.report("sim-1", status, patient, status, home.now());

      assertThat(home.state(message)).as("%02X", status).isEqualTo(after(status));
    }
  }

  private PartState after(int status) {
    boolean unproven = status == 0x01 || status == 0x02 || (status >= 0x20 && status <= 0x3f);
    if (unproven) {
      return new PartState.Submitted(status);
    }
    return status <= 0x1f
        ? new PartState.Delivered(home.now())
        : new PartState.Failed("report.%02x".formatted(status));
  }

  @Test
  void a_report_by_another_modem_or_on_another_number_settles_nothing_unknown() {
    Id message = home.queue(patient, "text");
    modem.answers(new SendOutcome.Unknown(Duration.ofSeconds(65)));
    OutboxHome.drain(lane);

    home.report("sim-2", 7, patient, 0x00, home.now());
    home.report("sim-1", 7, home.base.number(), 0x00, home.now());

    assertThat(home.state(message)).isEqualTo(new PartState.Unknown());
  }
}
