package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.MORNING;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightTest {
  @TempDir private Path directory;
  private Ward ward;
  private Id conversation;
  private Id written;

  @BeforeEach
  void a_conversation_of_the_front_desk() {
    ward = Ward.open(directory);
    conversation = ward.texts(ANA, "Is the lab open?");
    written = ward.reply(conversation, "Until six.").message();
    ward.changed(written, new PartState.Unknown());
  }

  @AfterEach
  void close() {
    ward.close();
  }

  /// A nurse of another team, and IT, who sees nothing.
  private Stream<Sight> strangers() {
    return Stream.of(ward.cardiologySight(), Sight.NOTHING);
  }

  @Test
  void nobody_outside_the_team_sees_a_line_of_the_inbox_or_counts_it() {
    strangers()
        .forEach(sight -> {
          for (View view : View.values()) {
            var inbox = ward.conversations().inbox(sight, view, NURSE, "");
            assertThat(inbox.lines()).isEmpty();
            assertThat(inbox.waiting()).isZero();
          }
        });
    assertThat(ward.inbox(View.ALL).lines()).hasSize(1);
  }

  @Test
  void nobody_outside_the_team_opens_a_conversation_and_the_attempt_is_recorded() {
    strangers()
        .forEach(sight ->
            assertThat(ward.conversations().open(sight, conversation, NURSE, "")).isEmpty());

    assertThat(ward.acts()).contains("conversation.read-refused");
  }

  @Test
  void nobody_outside_the_team_replies_settles_or_is_done() {
    strangers()
        .forEach(sight -> {
          var conversations = ward.conversations();
          assertThat(conversations.reply(sight, conversation, Id.random(), "Hello", NURSE))
              .isEmpty();
          assertThat(conversations.settle(sight, written, true, NURSE)).isFalse();
          assertThat(conversations.done(sight, conversation, NURSE)).isFalse();
        });

    assertThat(ward.said(conversation)).containsExactly("Is the lab open?", "Until six.");
    assertThat(ward.opened(conversation).waitingSince()).isPresent();
  }

  @Test
  void nobody_outside_the_team_reads_messages_through_the_api() {
    strangers()
        .forEach(sight -> {
          var conversations = ward.conversations();
          assertThat(conversations.since(sight, true, MORNING, NURSE)).isEmpty();
          assertThat(conversations.since(sight, false, MORNING, NURSE)).isEmpty();
          assertThat(conversations.message(sight, written, true, NURSE)).isEmpty();
        });
    assertThat(ward.conversations().message(ward.deskSight(), written, true, NURSE)).isPresent();
  }

  @Test
  void a_patient_of_another_team_on_the_same_telephone_is_not_named() {
    ward.patients().add(ward.cardiology(), "Ana Alvarez", ANA, "es", NURSE);
    ward.patients().add(ward.desk(), "Ben Alvarez", ANA, "en", NURSE);

    assertThat(ward.opened(conversation).patients())
        .singleElement()
        .satisfies(p -> assertThat(p.name()).isEqualTo("Ben Alvarez"));
    assertThat(ward.inbox(View.ALL).lines().getFirst().names()).containsExactly("Ben Alvarez");
  }
}
