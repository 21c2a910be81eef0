package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.MORNING;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.StoreFault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {
  private static final String TEXT = "Is the lab open?";

  @TempDir private Path directory;
  private Ward ward;

  @BeforeEach
  void open() {
    ward = Ward.open(directory);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  @Test
  void a_conversation_and_an_inbox_are_on_record_before_anybody_has_them() {
    Id conversation = ward.texts(ANA, TEXT);
    int before = ward.acts().size();

    ward.opened(conversation);
    ward.inbox(View.ALL);
    ward.conversations().since(ward.deskSight(), true, MORNING, NURSE);

    assertThat(ward.acts().subList(before, before + 4))
        .containsExactly("conversation.read", "inbox.read", "messages.read", "messages.read");
    assertThat(ward.acts()).hasSize(before + 4);
  }

  @Test
  void without_an_entry_there_is_no_page() {
    Id conversation = ward.texts(ANA, TEXT);
    ward.store().change(tx -> tx.update("drop table audit_entry"));

    assertThatThrownBy(() -> ward.opened(conversation)).isInstanceOf(StoreFault.class);
    assertThatThrownBy(() -> ward.inbox(View.ALL)).isInstanceOf(StoreFault.class);
  }

  @Test
  void an_unknown_sender_is_the_front_desk_s_and_a_patient_the_team_s() {
    ward.patients().add(ward.cardiology(), "Ben Baker", BEN, "en", NURSE);

    Id anas = ward.texts(ANA, TEXT);
    Id bens = ward.texts(BEN, TEXT);

    assertThat(ward.opened(anas).team()).isEqualTo(ward.desk());
    assertThat(ward.opened(ward.cardiologySight(), bens).team()).isEqualTo(ward.cardiology());
  }

  @Test
  void a_text_goes_to_the_team_that_wrote_last() {
    Id desks = ward.texts(ANA, TEXT);
    ward.reply(desks, "Until six.");
    ward.clock().pass(Duration.ofMinutes(1));
    Id cardiologys = ward.write(tx -> ward.conversations().with(tx, ward.cardiology(), ANA));
    ward.reply(ward.cardiologySight(), cardiologys, "Please call us.");

    assertThat(ward.texts(ANA, "I will")).isEqualTo(cardiologys);
  }

  @Test
  void a_team_whose_text_was_refused_gets_no_reply_to_it() {
    Id desks = ward.texts(ANA, TEXT);
    ward.reply(desks, "Until six.");
    ward.optOut(ANA);
    Id cardiologys = ward.write(tx -> ward.conversations().with(tx, ward.cardiology(), ANA));
    ward.reply(ward.cardiologySight(), cardiologys, "Please call us.");

    assertThat(ward.texts(ANA, "Thanks")).isEqualTo(desks);
  }

  @Test
  void a_page_has_the_newest_messages_oldest_first() {
    Id conversation = ward.texts(ANA, "Text 0");
    IntStream.rangeClosed(1, Conversations.PAGE).forEach(i -> ward.texts(ANA, "Text " + i));

    assertThat(ward.said(conversation))
        .hasSize(Conversations.PAGE)
        .startsWith("Text 1", "Text 2")
        .endsWith("Text 50");
  }

  @Test
  void a_snippet_is_the_beginning_and_divides_no_character() {
    ward.texts(ANA, "x".repeat(79) + "😀 and more");

    assertThat(ward.inbox(View.ALL).lines().getFirst().snippet()).isEqualTo("x".repeat(79));
  }

  @Test
  void the_longest_and_the_empty_text_are_kept() {
    String longest = "ñ😀".repeat(5_700);

    Id conversation = ward.texts(ANA, "");
    ward.texts(ANA, longest);

    assertThat(ward.said(conversation)).containsExactly("", longest);
  }

  @Test
  void live_listeners_hear_of_each_version_after_the_commit() {
    List<String> heard = new ArrayList<>();
    ward.conversations().listen((id, team, version) -> heard.add(id + " " + team + " " + version));

    Id conversation = ward.texts(ANA, TEXT);

    long version = ward.opened(conversation).version();
    assertThat(heard).containsExactly(conversation + " " + ward.desk() + " " + version);
    assertThatThrownBy(() ->
            ward.store()
                .change(tx -> {
                  ward.conversations()
                      .receive(
                          tx,
                          conversation,
                          new Message.Received(Id.random(), MORNING, ReceivedKind.TEXT, TEXT, 0));
                  throw new IllegalStateException("undone");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(heard).hasSize(1);
  }

  @Test
  void a_reply_that_something_waits_for_is_told_with_what_waits_newest_first() {
    Id conversation = ward.texts(ANA, TEXT);
    Id message = ward.reply(conversation, "Reply YES to confirm.").message();
    var reminder = new Expectation(Id.random(), message, "reminder", Id.random(), later(60));
    var survey = new Expectation(Id.random(), message, "survey", Id.random(), later(90));
    ward.store().change(tx -> ward.conversations().expect(tx, conversation, reminder));
    ward.clock().pass(Duration.ofMinutes(1));
    ward.store().change(tx -> ward.conversations().expect(tx, conversation, survey));
    List<List<Expectation>> told = new ArrayList<>();
    ReplyListener listener = (_, _, _, expected) -> told.add(expected);
    ward.conversations().listen(listener);

    ward.texts(ANA, "YES");
    ward.clock().set(later(61));
    ward.texts(ANA, "9");
    ward.clock().set(later(91));
    ward.texts(ANA, "Thanks");

    assertThat(told).containsExactly(List.of(survey, reminder), List.of(survey));
  }

  private static Instant later(int minutes) {
    return MORNING.plus(Duration.ofMinutes(minutes));
  }

  @Test
  void the_api_lists_one_direction_since_a_time_oldest_first() {
    Id conversation = ward.texts(ANA, "One");
    ward.reply(conversation, "Two");
    ward.clock().pass(Duration.ofMinutes(1));
    ward.texts(ANA, "Three");

    assertThat(ward.conversations().since(ward.deskSight(), true, MORNING, NURSE))
        .extracting(m -> m.message().text())
        .containsExactly("One", "Three");
    assertThat(ward.conversations().since(ward.deskSight(), true, later(1), NURSE)).hasSize(1);
    assertThat(ward.conversations().since(ward.deskSight(), false, MORNING, NURSE))
        .extracting(m -> m.message().text())
        .containsExactly("Two");
  }

  @Test
  void no_text_and_no_number_is_in_a_row_in_the_clear_or_in_words_for_a_log() {
    Id conversation = ward.texts(ANA, TEXT);
    Conversation opened = ward.opened(conversation);

    assertThat(
            List.of(
                    opened,
                    opened.messages(),
                    ward.inbox(View.ALL),
                    ward.conversations().since(ward.deskSight(), true, MORNING, NURSE))
                .toString())
        .doesNotContain("lab")
        .doesNotContain("5550123");
    assertThat(cells())
        .isNotEmpty()
        .allSatisfy(cell -> assertThat(cell).doesNotContain("lab").doesNotContain("5550123"));
  }

  private List<String> cells() {
    return ward.store()
        .read(sql ->
            sql.list(
                """
                select m.content, c.remote, c.snippet from message m
                join conversation c on c.id = m.conversation
                """,
                row -> latin(row, "content") + latin(row, "remote") + latin(row, "snippet")));
  }

  private static String latin(Row row, String column) {
    return new String(row.bytes(column), StandardCharsets.ISO_8859_1);
  }
}
