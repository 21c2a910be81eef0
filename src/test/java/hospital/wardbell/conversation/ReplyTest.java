package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Conversations.Sent;
import hospital.wardbell.outbox.PartState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyTest {
  private static final Actor PROGRAM = new Actor.Integration(Id.random());

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

  private Message.Written last(Id conversation) {
    return (Message.Written) ward.opened(conversation).messages().getLast();
  }

  private Sent sends(Id message, String text) {
    return ward.conversations()
        .send(
            message,
            ward.desk(),
            ANA,
            new Wish(Purpose.APPOINTMENT, text, Optional.empty()),
            PROGRAM);
  }

  @Test
  void a_reply_to_whom_texted_first_is_queued() {
    Id conversation = ward.texts(ANA, "Is the lab open?");

    Sent sent = ward.reply(conversation, "Until six.");

    assertThat(sent.rule()).isEqualTo(Verdict.Rule.PATIENT_TEXTED_FIRST);
    assertThat(last(conversation).state()).isEqualTo(new PartState.Queued());
    assertThat(last(conversation).author()).isEqualTo(NURSE);
    assertThat(ward.outbox().depth().queued()).isEqualTo(1);
  }

  @Test
  void a_form_posted_twice_sends_once() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id draft = Id.random();
    var first =
        ward.conversations().reply(ward.deskSight(), conversation, draft, "Until six.", NURSE);

    var second =
        ward.again()
            .conversations()
            .reply(ward.deskSight(), conversation, draft, "Until six.", NURSE);

    assertThat(second).isEqualTo(first).isPresent();
    assertThat(ward.said(conversation)).hasSize(2);
    assertThat(ward.outbox().depth().queued()).isEqualTo(1);
  }

  @Test
  void a_draft_that_names_a_message_of_another_conversation_sends_nothing() {
    Id anas = ward.texts(ANA, "Is the lab open?");
    Id bens = ward.texts(BEN, "Where is the lab?");
    Id message = ward.reply(anas, "Until six.").message();

    assertThatThrownBy(() ->
            ward.conversations().reply(ward.deskSight(), bens, message, "Second floor.", NURSE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ward.said(bens)).hasSize(1);
  }

  @Test
  void a_refused_reply_is_kept_with_its_rule_and_not_queued() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    ward.optOut(ANA);

    Sent sent = ward.reply(conversation, "Until six.");

    assertThat(sent.rule()).isEqualTo(Verdict.Rule.OPTED_OUT);
    assertThat(last(conversation).refusal()).contains("OPTED_OUT");
    assertThat(ward.outbox().depth().queued()).isZero();
  }

  @Test
  void the_composer_is_closed_to_whom_opted_out_and_open_to_whom_opted_in() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    assertThat(ward.opened(conversation).replyRefused()).isEmpty();

    ward.optOut(ANA);
    assertThat(ward.opened(conversation).replyRefused()).contains(Verdict.Rule.OPTED_OUT);

    ward.clock().pass(Duration.ofMinutes(1));
    ward.optIn(ANA);
    assertThat(ward.opened(conversation).replyRefused()).isEmpty();
  }

  @Test
  void the_composer_closes_when_the_days_to_answer_are_over() {
    Id conversation = ward.texts(ANA, "Is the lab open?");

    ward.clock().pass(Duration.ofDays(8));

    assertThat(ward.opened(conversation).replyRefused()).contains(Verdict.Rule.NEVER_ASKED);
    assertThat(ward.reply(conversation, "Until six.").rule()).isEqualTo(Verdict.Rule.NEVER_ASKED);
  }

  @Test
  void a_short_code_cannot_be_texted() {
    Id conversation = ward.texts(new ShortCode("26262"), "Your code is 1");

    assertThat(ward.opened(conversation).replyRefused()).contains(Verdict.Rule.NOT_TEXTABLE);
    assertThat(ward.reply(conversation, "Hello").rule()).isEqualTo(Verdict.Rule.NOT_TEXTABLE);
    assertThat(last(conversation).refusal()).contains("NOT_TEXTABLE");
  }

  @Test
  void a_message_id_sends_once_however_often_a_program_tries() {
    ward.optIn(ANA);
    Id message = Id.random();

    Sent first = sends(message, "Your visit is on Monday.");
    Sent second = sends(message, "Your visit is on Monday.");

    assertThat(first).isEqualTo(second).isEqualTo(new Sent(message, Verdict.Rule.OPTED_IN));
    assertThat(ward.outbox().depth().queued()).isEqualTo(1);
  }

  @Test
  void a_program_may_not_begin_with_whom_nobody_asked_and_the_refusal_stays_the_same() {
    Id message = Id.random();

    assertThat(sends(message, "Your visit is on Monday.").rule())
        .isEqualTo(sends(message, "Your visit is on Monday.").rule())
        .isEqualTo(Verdict.Rule.NEVER_ASKED);
    assertThat(ward.outbox().depth().queued()).isZero();
  }

  @Test
  void every_state_the_outbox_tells_is_shown() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id message = ward.reply(conversation, "Until six.").message();

    for (PartState state :
        new PartState[] {
          new PartState.Held(Ward.MORNING, "quiet hours"),
          new PartState.Submitting(),
          new PartState.Submitted(7),
          new PartState.Delivered(Ward.MORNING),
          new PartState.Failed("no such number"),
          new PartState.Expired(),
          new PartState.Cancelled(),
          new PartState.Unknown()
        }) {
      ward.changed(message, state);
      assertThat(last(conversation).state()).isEqualTo(state);
      assertThat(ward.inbox(Conversations.View.ALL).lines().getFirst().lastState())
          .contains(state.kind());
    }
  }

  @Test
  void the_network_s_reason_is_told_as_a_refusal() {
    Id conversation = ward.texts(ANA, "Is the lab open?");
    Id message = ward.reply(conversation, "Until six.").message();

    ward.changed(message, new PartState.Failed("no such number"));

    assertThat(last(conversation).refusal()).contains("no such number");
  }
}
