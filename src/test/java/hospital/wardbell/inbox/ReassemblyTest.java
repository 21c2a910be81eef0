package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.MORNING;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReassemblyTest {
  private static final String LONG = "The knee is swollen again. ".repeat(15);
  private static final String OTHER = "May I come on Tuesday then? ".repeat(15).strip();

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

  private static List<String> parts(String text, int reference) {
    return Texts.parts(ANA, text, reference, SENT);
  }

  private Message.Received only() {
    return (Message.Received) desk.with(ANA).messages().getFirst();
  }

  @Test
  void parts_make_one_text_in_whatever_order_they_come() {
    int reference = 0; // also lawful
    for (List<Integer> order :
        List.of(List.of(0, 1, 2), List.of(2, 0, 1), List.of(1, 2, 0), List.of(2, 1, 0))) {
      List<String> parts = parts(LONG, reference++);
      order.forEach(i -> desk.comes(parts.get(i)));
    }

    assertThat(desk.heard(ANA)).containsExactly(LONG, LONG, LONG, LONG);
    assertThat(desk.raws(Raw.State.PARTIAL)).isZero();
  }

  @Test
  void parts_that_come_all_at_once_make_one_text() {
    parts(LONG, 7).forEach(desk::kept);
    parts("¿" + OTHER + " 😀", 8).forEach(desk::kept);

    desk.read();

    assertThat(desk.heard(ANA)).containsExactly(LONG, "¿" + OTHER + " 😀");
  }

  @Test
  void nothing_is_shown_of_a_text_before_it_is_whole_or_overdue() {
    List<String> parts = parts(LONG, 7);

    desk.comes(parts.get(0), parts.get(2));

    assertThat(desk.lines()).isEmpty();
    assertThat(desk.raws(Raw.State.PARTIAL)).isEqualTo(2);
  }

  @Test
  void an_overdue_text_is_shown_with_its_gap_and_becomes_whole_when_the_part_comes() {
    List<String> parts = parts(LONG, 7);
    desk.comes(parts.get(0), parts.get(2));
    assertThat(desk.read()).isEqualTo(Duration.ofMinutes(1));
    desk.ward().clock().pass(Inbox.PATIENCE.minusSeconds(30));
    assertThat(desk.read()).isEqualTo(Duration.ofSeconds(30));

    desk.ward().clock().pass(Duration.ofSeconds(30));
    desk.read();
    Message.Received partial = only();
    desk.comes(parts.get(1));

    assertThat(partial.missingParts()).isEqualTo(1);
    assertThat(partial.text()).contains(" […] ").startsWith("The knee").endsWith("again.");
    assertThat(only())
        .isEqualTo(new Message.Received(partial.id(), MORNING, ReceivedKind.TEXT, LONG, 0));
    assertThat(desk.with(ANA).messages()).hasSize(1);
    assertThat(desk.raws(Raw.State.READ)).isEqualTo(3);
  }

  @Test
  void a_lost_beginning_and_a_lost_end_are_marked_as_well() {
    String middle = Texts.widePart(ANA, "middle", 300, 3, 2, SENT);
    desk.comes(middle);
    desk.ward().clock().pass(Inbox.PATIENCE);
    desk.read();
    assertThat(only().text()).isEqualTo("[…] middle […]");
    assertThat(only().missingParts()).isEqualTo(2);

    desk.comes(Texts.widePart(ANA, "end", 300, 3, 3, SENT));
    assertThat(only().text()).isEqualTo("[…] middleend");
    assertThat(only().missingParts()).isEqualTo(1);

    desk.comes(Texts.widePart(ANA, "start ", 300, 3, 1, SENT));
    assertThat(desk.heard(ANA)).containsExactly("start middleend");
  }

  @Test
  void a_character_divided_between_two_parts_is_whole_again() {
    byte[] smile = "Thanks 😀".getBytes(StandardCharsets.UTF_16BE);
    int middle = smile.length - 2;
    desk.comes(
        Texts.ucs2Part(ANA, Arrays.copyOf(smile, middle), 9, 2, 1, SENT),
        Texts.ucs2Part(ANA, Arrays.copyOfRange(smile, middle, smile.length), 9, 2, 2, SENT));

    assertThat(desk.heard(ANA)).containsExactly("Thanks 😀");
  }

  @Test
  void parts_that_come_twice_are_in_the_text_once() {
    List<String> parts = parts(LONG, 7);

    desk.comes(parts.get(0), parts.get(0), parts.get(1), parts.get(0), parts.get(2), parts.get(1));

    assertThat(desk.heard(ANA)).containsExactly(LONG);
  }

  @Test
  void a_reference_used_again_begins_another_text() {
    List<String> first = parts(LONG, 7);
    List<String> second = Texts.parts(ANA, OTHER, 7, SENT.plusSeconds(60));

    desk.comes(first.get(0), first.get(1), second.get(0), second.get(1), second.get(2));
    desk.ward().clock().pass(Inbox.PATIENCE);
    desk.read();

    assertThat(desk.heard(ANA)).contains(OTHER).anyMatch(t -> t.endsWith("[…]"));
  }

  @Test
  void of_two_texts_with_one_reference_a_part_belongs_to_the_one_sent_with_it() {
    List<String> first = parts(LONG, 7);
    List<String> second = Texts.parts(ANA, OTHER, 7, SENT.plusSeconds(60));

    desk.comes(first.get(0), second.get(0), first.get(1), second.get(2));
    desk.comes(first.get(2), second.get(1));

    assertThat(desk.heard(ANA)).containsExactlyInAnyOrder(LONG, OTHER);
  }

  @Test
  void a_part_sent_much_later_fills_no_old_gap() {
    List<String> first = parts(LONG, 7);
    List<String> second = Texts.parts(ANA, OTHER, 7, SENT.plus(Duration.ofHours(3)));
    desk.comes(first.get(0), first.get(1));
    desk.ward().clock().pass(Duration.ofHours(3));
    desk.read();

    desk.comes(second.get(2), second.get(1), second.get(0));

    assertThat(desk.heard(ANA)).hasSize(2).contains(OTHER);
  }

  @Test
  void equal_references_of_two_senders_or_two_widths_are_two_texts() {
    desk.comes(
        Texts.widePart(ANA, "Ana one ", 7, 2, 1, SENT),
        Texts.widePart(BEN, "Ben one ", 7, 2, 1, SENT),
        Texts.widePart(ANA, "wide one ", 8, 2, 1, SENT),
        Texts.widePart(BEN, "Ben two", 7, 2, 2, SENT),
        Texts.widePart(ANA, "Ana two", 7, 2, 2, SENT));

    assertThat(desk.heard(ANA)).containsExactly("Ana one Ana two");
    assertThat(desk.heard(BEN)).containsExactly("Ben one Ben two");
  }

  @Test
  void killed_between_any_two_steps_the_text_becomes_whole() {
    List<String> parts = parts(LONG, 7);
    for (String part : parts) {
      desk.again().kept(part);
      desk.again().inbox().turn();
    }

    assertThat(desk.again().heard(ANA)).containsExactly(LONG);
  }

  @Test
  void killed_while_a_part_was_missing_it_is_shown_when_overdue() {
    desk.comes(parts(LONG, 7).get(0));
    desk.ward().clock().pass(Inbox.PATIENCE);

    desk.again().read();

    assertThat(only().missingParts()).isEqualTo(2);
  }
}
