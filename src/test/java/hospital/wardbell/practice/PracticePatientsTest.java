package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.UserData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PracticePatientsTest {
  private static final String REMINDER = "Your visit is on Tuesday at 9:30. Reply YES to confirm.";

  private record Posted(DeliverTpdu message, Duration later) {}

  private final List<Posted> post = new ArrayList<>();
  private PracticePatients patients = patients(1, false);

  @Test
  void one_confirms() {
    assertThat(answer("+12025550101", REMINDER)).containsIgnoringCase("yes");
  }

  @Test
  void one_answers_in_spanish_with_accents() {
    assertThat(answer("+12025550102", REMINDER)).startsWith("Sí, ");
    assertThat(answer("+12025550102", "Gracias")).contains("inglés", "¿");
  }

  @Test
  void one_says_stop_once_and_then_nothing_more() {
    assertThat(answer("+12025550103", REMINDER).strip()).isEqualToIgnoringCase("stop");
    assertThat(answer("+12025550103", "You will get no more texts from us.")).isEmpty();
    assertThat(answer("+12025550103", REMINDER)).isEmpty();
  }

  @Test
  void one_writes_long_texts_with_emoji_in_several_segments() {
    String answer = answer("+12025550104", REMINDER);

    assertThat(answer).contains("👩‍⚕️💚").hasSizeGreaterThan(250);
    assertThat(post).hasSizeGreaterThan(3);
  }

  @Test
  void one_is_somebody_else_and_one_asks_back_slowly() {
    assertThat(answer("+12025550105", REMINDER)).contains("wrong number");
    assertThat(answer("+12025550106", REMINDER)).endsWith("?");
    assertThat(post.getLast().later()).isGreaterThan(Duration.ofSeconds(30));
  }

  @Test
  void a_number_that_is_nobodys_stays_silent() {
    assertThat(answer("+12025550177", REMINDER)).isEmpty();
  }

  @Test
  void nobody_answers_what_a_machine_wrote() {
    assertThat(answer("+12025550101", "You have been unsubscribed.")).isEmpty();
    assertThat(answer("+12025550102", "Ya no recibirá mensajes.")).isEmpty();
  }

  @Test
  void a_long_text_is_answered_once_when_its_last_segment_is_there() {
    List<SubmitTpdu> segments = segments("+12025550101", REMINDER.repeat(5));

    hear(segments.get(1));
    assertThat(post).isEmpty();
    hear(segments.get(0));

    assertThat(segments).hasSize(2);
    assertThat(post).hasSize(1);
  }

  @Test
  void the_same_seed_answers_alike() {
    List<String> first = conversation(5);

    assertThat(conversation(5)).isEqualTo(first);
    assertThat(conversation(6)).isNotEqualTo(first);
  }

  @Test
  void segments_arrive_in_disorder_when_asked_and_are_still_whole() {
    patients = patients(3, true);
    String answer = answer("+12025550104", REMINDER);

    assertThat(post.stream().map(PracticePatientsTest::number).toList())
        .isNotEqualTo(post.stream().map(PracticePatientsTest::number).sorted().toList());
    assertThat(answer).startsWith("Oh no").endsWith("last time!");
  }

  private List<String> conversation(long seed) {
    patients = patients(seed, false);
    return PracticePatient.everybody().stream()
        .map(patient -> answer(patient.number().e164(), REMINDER))
        .toList();
  }

  /// What comes back, its segments put together; empty if nobody answers.
  private String answer(String number, String text) {
    post.clear();
    segments(number, text).forEach(this::hear);
    return post.stream()
        .sorted(Comparator.comparingInt(PracticePatientsTest::number))
        .map(posted -> text(posted.message()))
        .collect(Collectors.joining());
  }

  private void hear(SubmitTpdu segment) {
    int status = patients.hear(segment, (message, later) -> post.add(new Posted(message, later)));
    assertThat(status).isEqualTo(People.RECEIVED);
  }

  private static List<SubmitTpdu> segments(String number, String text) {
    return Rig.submits(new PhoneNumber(number), text, false).stream()
        .map(pdu -> (SubmitTpdu) pdu.tpdu())
        .toList();
  }

  private static int number(Posted posted) {
    UserData data = posted.message().userData();
    return data.concatenation().map(part -> part.number()).orElse(1);
  }

  private static String text(DeliverTpdu message) {
    return message.userData().text(message.coding());
  }

  private static PracticePatients patients(long seed, boolean outOfOrder) {
    return new PracticePatients(
        PracticePatient.everybody(), new PracticePatients.Manner(seed, 1, outOfOrder));
  }
}
