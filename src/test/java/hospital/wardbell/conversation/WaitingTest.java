package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.MORNING;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.outbox.PartState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitingTest {
  private static final Instant LATER = MORNING.plus(Duration.ofMinutes(5));

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

  private Optional<Instant> waiting(Id conversation) {
    return ward.opened(conversation).waitingSince();
  }

  @Test
  void a_text_waits_since_the_oldest_that_nobody_answered() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    ward.clock().set(LATER);
    ward.texts(ANA, "Hello?");

    assertThat(waiting(conversation)).contains(MORNING);
    assertThat(ward.inbox(View.WAITING).waiting()).isEqualTo(1);
  }

  @Test
  void a_person_s_reply_ends_the_wait() {
    Id conversation = ward.texts(ANA, "Is the lab open?");

    ward.reply(conversation, "Until six.");

    assertThat(waiting(conversation)).isEmpty();
    assertThat(ward.inbox(View.WAITING).lines()).isEmpty();
  }

  @Test
  void a_refused_reply_does_not_end_the_wait() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    ward.optOut(ANA);

    ward.reply(conversation, "Until six.");

    assertThat(waiting(conversation)).contains(MORNING);
  }

  @Test
  void what_programs_and_wardbell_send_does_not_end_the_wait() {
    ward.optIn(ANA);
    Id conversation = ward.texts(ANA, "Is the lab open?");

    ward.conversations()
        .send(
            Id.random(),
            ward.desk(),
            ANA,
            new Wish(Purpose.APPOINTMENT, "Your visit is on Monday.", Optional.empty()),
            new Actor.Integration(Id.random()));
    ward.write(tx ->
        ward.conversations()
            .answer(tx, conversation, new Answer.Help(Id.random()), Optional.empty()));

    assertThat(ward.said(conversation)).hasSize(3);
    assertThat(waiting(conversation)).contains(MORNING);
  }

  @Test
  void done_ends_the_wait_and_is_recorded() {
    Id conversation = ward.texts(ANA, "Thanks!");

    assertThat(ward.conversations().done(ward.deskSight(), conversation, NURSE)).isTrue();

    assertThat(waiting(conversation)).isEmpty();
    assertThat(ward.acts()).contains("conversation.done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop.", "START", "Help", "ALTO"})
  void a_keyword_alone_waits_for_nobody(String keyword) {
    Id conversation = ward.texts(ANA, keyword);

    assertThat(waiting(conversation)).isEmpty();
    assertThat(ward.inbox(View.ALL).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCEL", "Cancelar!", "Please stop the pain"})
  void what_may_mean_more_than_a_keyword_waits_for_a_person(String text) {
    assertThat(waiting(ward.texts(ANA, text))).contains(MORNING);
  }

  @Test
  void a_failed_or_unknown_send_waits_since_it_was_written() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id message = ward.reply(conversation, "Until six.").message();
    ward.clock().set(LATER);

    for (PartState trouble :
        List.of(
            new PartState.Failed("no such number"),
            new PartState.Unknown(),
            new PartState.Expired())) {
      ward.changed(message, trouble);
      assertThat(waiting(conversation)).contains(MORNING);
      ward.changed(message, new PartState.Delivered(LATER));
      assertThat(waiting(conversation)).isEmpty();
    }
  }

  @Test
  void the_older_of_an_unanswered_text_and_a_failed_send_counts() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id message = ward.reply(conversation, "Until six.").message();
    ward.clock().set(LATER);
    ward.texts(ANA, "Hello?");
    assertThat(waiting(conversation)).contains(LATER);

    ward.changed(message, new PartState.Failed("no such number"));

    assertThat(waiting(conversation)).contains(MORNING);
  }

  @Test
  void an_answer_of_our_own_that_fails_waits_for_nobody() {
    Id conversation = ward.texts(ANA, "HELP");
    Id answer =
        ward.write(tx ->
                ward.conversations()
                    .answer(tx, conversation, new Answer.Help(Id.random()), Optional.empty()))
            .message();

    ward.changed(answer, new PartState.Failed("no such number"));

    assertThat(waiting(conversation)).isEmpty();
  }

  @Test
  void a_text_that_becomes_whole_waits_again() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id long1 = Id.random();
    receive(
        conversation, new Message.Received(long1, MORNING, ReceivedKind.TEXT, "My chest […]", 1));
    ward.reply(conversation, "Until six.");

    Message.Received whole =
        new Message.Received(long1, MORNING, ReceivedKind.TEXT, "My chest hurts", 0);
    ward.store().change(tx -> ward.conversations().complete(tx, conversation, whole));

    assertThat(waiting(conversation)).contains(MORNING);
    assertThat(ward.said(conversation))
        .containsExactly("Is the lab open?", "My chest hurts", "Until six.");
    assertThat(ward.inbox(View.ALL).lines().getFirst().snippet()).isEqualTo("Until six.");
  }

  private void receive(Id conversation, Message.Received text) {
    ward.store().change(tx -> ward.conversations().receive(tx, conversation, text));
  }

  @Test
  void who_waits_longest_is_first_and_all_are_newest_first() {
    Id anas = ward.texts(ANA, "Is the lab open?");
    ward.clock().set(LATER);
    Id bens = ward.texts(BEN, "Where is the lab?");

    assertThat(ward.inbox(View.WAITING).lines())
        .extracting(InboxLine::conversation)
        .containsExactly(anas, bens);
    assertThat(ward.inbox(View.ALL).lines())
        .extracting(InboxLine::conversation)
        .containsExactly(bens, anas);
  }
}
