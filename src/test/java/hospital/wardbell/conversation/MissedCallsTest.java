package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissedCallsTest {
  private static final String TEXT =
      "Wardbell trial: This number takes texts. To talk to us call 202-555-0100; in an emergency"
          + " call 911. Reply STOP for no texts.";

  private Ward ward;
  private Settings settings;
  private MissedCalls calls;

  @BeforeEach
  void open(@TempDir Path directory) {
    ward = Ward.open(directory);
    settings = new Settings(ward.store(), ward.audit(), ward.clock());
    calls = new MissedCalls(ward.store(), settings, ward.audit(), ward.conversations(), "US");
    settings.set(Settings.Key.ANSWER_CALLS, "on", NURSE);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private void calls(String number) {
    calls.called(Optional.of(number));
  }

  private int queued() {
    return ward.outbox().depth().queued();
  }

  private List<String> said() {
    return ward.said(ward.inbox(View.ALL).lines().getFirst().conversation());
  }

  @Test
  void whoever_calls_is_texted_how_to_reach_us_and_nobody_need_answer() {
    calls("+12025550123");

    assertThat(said()).containsExactly(TEXT);
    assertThat(queued()).isEqualTo(1);
    assertThat(ward.inbox(View.ALL).lines().getFirst().remote()).isEqualTo(ANA);
    assertThat(ward.inbox(View.WAITING).lines()).isEmpty();
    assertThat(ward.acts()).containsSubsequence("call.missed", "gate.pass");
  }

  @Test
  void a_number_is_read_however_the_network_writes_it() {
    calls("12025550145");
    calls("2025550123");

    assertThat(ward.inbox(View.ALL).lines())
        .extracting(InboxLine::remote)
        .containsExactlyInAnyOrder(ANA, BEN);
  }

  @Test
  void where_calls_are_not_answered_a_call_is_on_record_and_no_more() {
    settings.set(Settings.Key.ANSWER_CALLS, "off", NURSE);
    calls("+12025550123");

    assertThat(calls.areAnswered()).isFalse();
    assertThat(queued()).isZero();
    assertThat(ward.acts()).contains("call.missed").doesNotContain("gate.pass");
  }

  @Test
  void a_number_gets_one_text_a_day_however_often_it_calls() {
    calls("+12025550123");
    ward.clock().pass(Duration.ofHours(23));
    calls("+12025550123");
    calls("+12025550145");
    assertThat(queued()).isEqualTo(2);

    ward.clock().pass(Duration.ofHours(1));
    calls("+12025550123");
    assertThat(queued()).isEqualTo(3);
    assertThat(ward.acts()).contains("gate.refuse");
  }

  @Test
  void who_opted_out_is_not_texted() {
    ward.optOut(ANA);
    calls("+12025550123");

    assertThat(queued()).isZero();
    assertThat(ward.inbox(View.ALL).lines()).isEmpty();
  }

  @Test
  void a_patient_is_answered_in_the_patients_own_language_and_conversation() {
    ward.patients().add(ward.cardiology(), "Ana Practice", ANA, "es", NURSE);
    calls("+12025550123");

    var line =
        ward.conversations()
            .inbox(ward.cardiologySight(), View.ALL, NURSE, "10.0.0.7")
            .lines()
            .getFirst();
    assertThat(ward.opened(ward.cardiologySight(), line.conversation()).messages())
        .extracting(Message::text)
        .first()
        .asString()
        .contains("Por favor mande un mensaje de texto");
  }

  @Test
  void what_cannot_be_texted_is_not() {
    List<String> numbers =
        List.of("12345", "911", "+18005550199", "55", "0000000000", "+19005550100");
    numbers.forEach(this::calls);
    calls.called(Optional.empty());

    assertThat(queued()).isZero();
    assertThat(ward.acts().stream().filter("call.missed"::equals)).hasSize(numbers.size() + 1);
  }
}
