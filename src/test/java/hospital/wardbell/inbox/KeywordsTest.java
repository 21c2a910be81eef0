package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.Segments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeywordsTest {
  private static final int CLASS_0 = 0x10;

  @TempDir private Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = Desk.open(directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Consent standing(Remote remote) {
    return desk.ward().store().read(sql -> desk.ward().ledger().standing(sql, remote));
  }

  private int queued() {
    return desk.ward().outbox().depth().queued();
  }

  /// `text` comes, a minute after what came before.
  private void says(Remote remote, String text) {
    desk.ward().clock().pass(Duration.ofMinutes(1));
    desk.comes(Texts.single(remote, text, desk.ward().clock().instant()));
  }

  @Test
  void stop_in_ten_spellings_opts_out_with_one_confirmation() {
    List<String> spellings =
        List.of(
            "STOP",
            "stop",
            " Stop. ",
            "“STOP”",
            "S T O P",
            "stop!!! 🙏",
            "STOPALL",
            "Alto",
            "BAJA",
            "unsubscribe");
    for (int i = 0; i < spellings.size(); i++) {
      PhoneNumber remote = new PhoneNumber("+1202555010" + i);

      says(remote, spellings.get(i));

      assertThat(standing(remote)).isInstanceOf(Consent.OptedOut.class);
      assertThat(queued()).isEqualTo(i + 1);
      assertThat(desk.with(remote).messages())
          .satisfiesExactly(
              heard -> assertThat(heard).isInstanceOf(Message.Received.class),
              answer -> assertThat(answer.text()).contains("START"));
    }
  }

  @Test
  void who_says_stop_again_is_not_answered_again() {
    says(ANA, "STOP");
    says(ANA, "Stop");
    says(ANA, "ALTO");

    assertThat(queued()).isEqualTo(1);
    assertThat(desk.said(ANA)).hasSize(4);
  }

  @Test
  void a_stop_that_the_network_delivers_twice_is_one_opt_out() {
    desk.comes(Texts.single(ANA, "STOP", SENT), Texts.again(ANA, "STOP", SENT));

    assertThat(queued()).isEqualTo(1);
    assertThat(desk.ward().acts()).containsOnlyOnce("consent.opt-out");
  }

  @Test
  void a_patient_s_language_is_answered() {
    desk.ward().patients().add(desk.ward().desk(), "Ana Alvarez", ANA, "es", Ward.NURSE);

    says(ANA, "ALTO");

    assertThat(desk.said(ANA).getLast()).contains("mensajes");
  }

  @Test
  void who_asks_in_spanish_is_answered_in_spanish_whoever_it_is() {
    says(ANA, "Ayuda");
    says(ANA, "STOP");

    assertThat(desk.said(ANA).get(1)).contains("emergencia");
    assertThat(desk.said(ANA).getLast()).contains("opted out");
  }

  @Test
  void start_after_stop_opts_in_again_and_is_confirmed() {
    says(ANA, "STOP");
    says(ANA, "START");

    assertThat(standing(ANA)).isInstanceOf(Consent.OptedIn.class);
    assertThat(desk.with(ANA).replyRefused()).isEmpty();
    assertThat(queued()).isEqualTo(2);
  }

  @Test
  void help_is_answered_and_changes_nothing() {
    says(ANA, "HELP");

    assertThat(desk.said(ANA)).hasSize(2);
    assertThat(standing(ANA)).isInstanceOf(Consent.NeverAsked.class);
  }

  @Test
  void a_text_opens_the_days_in_which_a_person_may_answer() {
    says(ANA, "Is the lab open?");

    assertThat(standing(ANA)).isEqualTo(new Consent.NeverAsked(desk.ward().clock().instant()));
    assertThat(desk.with(ANA).replyRefused()).isEmpty();
  }

  @Test
  void short_codes_and_names_are_heeded_and_never_answered() {
    for (Remote remote : List.of(new ShortCode("26262"), new SenderName("Bank"))) {
      says(remote, "STOP");
      says(remote, "HELP");

      assertThat(desk.said(remote)).containsExactly("STOP", "HELP");
      assertThat(standing(remote)).isInstanceOf(Consent.OptedOut.class);
    }
    assertThat(queued()).isZero();
  }

  @Test
  void a_flash_text_is_heeded_and_not_answered() {
    desk.comes(
        Texts.deliver(ANA, 0, new DataCoding(CLASS_0), SENT, Segments.of("STOP").userData(1, 0)));

    assertThat(standing(ANA)).isInstanceOf(Consent.OptedOut.class);
    assertThat(desk.said(ANA)).containsExactly("STOP");
  }

  @Test
  void a_robot_that_answers_our_answers_is_answered_four_times_an_hour() {
    for (int i = 0; i < 10; i++) {
      says(ANA, "HELP");
    }
    assertThat(queued()).isEqualTo(4);

    desk.ward().clock().pass(Duration.ofHours(1));
    says(ANA, "HELP");
    assertThat(queued()).isEqualTo(5);
  }

  @Test
  void a_robot_that_answers_our_answers_for_a_day_is_answered_ten_times() {
    for (int hour = 0; hour < 23; hour++) {
      says(ANA, "HELP");
      says(ANA, "INFO");
      desk.ward().clock().pass(Duration.ofMinutes(58));
    }
    assertThat(queued()).isEqualTo(10);

    desk.ward().clock().pass(Duration.ofDays(1));
    says(ANA, "HELP");
    assertThat(queued()).isEqualTo(11);
  }

  @Test
  void another_machine_that_answers_each_of_our_answers_falls_silent_with_us() {
    says(ANA, "HELP");
    int answered = 0;
    while (queued() > answered) { // it hears every answer of ours, and says this
      answered = queued();
      says(ANA, answered % 2 == 0 ? "STOP" : "START");
    }

    assertThat(answered).isEqualTo(4);
    assertThat(desk.heard(ANA)).hasSize(5);
  }
}
