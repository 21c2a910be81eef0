package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Until;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.Deleting.Outcome;
import hospital.wardbell.outbox.PartState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What staff delete is marked, and shown no more.
class DeletingTest {
  private static final Actor LEAD = new Actor.Person(Id.random());
  private static final Actor OFFICER = new Actor.Person(Id.random());
  private static final String ORIGIN = "10.0.0.7";

  @TempDir private Path directory;
  private Ward ward;
  private Deleting deleting;
  private Id conversation;
  private Id message;

  @BeforeEach
  void open() {
    ward = Ward.open(directory);
    deleting = ward.conversations().removal().deleting();
    Id _ = ward.texts(ANA, "my knee hurts");
    conversation = ward.texts(ANA, "wrong number, sorry about the biopsy");
    message = ward.opened(conversation).messages().getLast().id();
  }

  @AfterEach
  void close() {
    ward.close();
  }

  private Outcome delete() {
    return deleting.delete(
        ward.deskSight(), message, Deletion.Reason.WRONG_NUMBER, "a note", LEAD, ORIGIN);
  }

  private long blocks(String word) {
    long blinded =
        ward.vault()
            .indexShort(ward.vault().indexKey(), "message.word/1", ward.desk() + " " + word);
    return ward.store()
        .read(sql -> sql.number("select count(*) from word_block where word = ?", blinded));
  }

  private boolean isFound(String word) {
    return !ward.conversations()
        .search(ward.deskSight(), word, Optional.empty(), NURSE, ORIGIN)
        .messages()
        .isEmpty();
  }

  @Test
  void its_place_says_who_when_and_why_and_nothing_says_what_it_said() {
    assertThat(delete()).isEqualTo(Outcome.DELETED);

    assertThat(ward.said(conversation)).containsExactly("my knee hurts", "");
    assertThat(ward.opened(conversation).messages().getLast())
        .isEqualTo(
            new Message.Deleted(
                message,
                ward.clock().instant(),
                false,
                new Deletion(ward.clock().instant(), LEAD, Deletion.Reason.WRONG_NUMBER)));
    assertThat(ward.inbox(View.ALL).lines()).singleElement().extracting("snippet").isEqualTo("");
    assertThat(ward.conversations().message(ward.deskSight(), message, true, NURSE)).isEmpty();
    assertThat(ward.conversations().since(ward.deskSight(), true, Instant.EPOCH, NURSE)).hasSize(1);
    assertThat(isFound("biopsy")).isFalse();
    assertThat(isFound("knee")).isTrue();
    assertThat(ward.acts()).contains("message.deleted");
  }

  @Test
  void its_words_leave_the_index_and_those_of_its_neighbours_stay() throws Exception {
    ward.conversations().start();
    Until.so("it is in the index", Duration.ofSeconds(20), () -> blocks("biopsy") == 1);

    delete();

    Until.so("it is out again", Duration.ofSeconds(20), () -> blocks("biopsy") == 0);
    assertThat(blocks("knee")).isEqualTo(1);
    assertThat(isFound("hurts")).isTrue();
  }

  @Test
  void it_is_deleted_once_and_by_nobody_who_does_not_see_it() {
    assertThat(
            deleting.delete(
                ward.cardiologySight(), message, Deletion.Reason.OTHER, "", LEAD, ORIGIN))
        .isEqualTo(Outcome.NOT_THERE);
    assertThat(deleting.deletable(ward.deskSight(), message)).isPresent();
    assertThat(delete()).isEqualTo(Outcome.DELETED);
    assertThat(delete()).isEqualTo(Outcome.NOT_THERE);
    assertThat(deleting.deletable(ward.deskSight(), message)).isEmpty();
    assertThatThrownBy(() ->
            deleting.delete(
                ward.deskSight(), message, Deletion.Reason.OTHER, "x".repeat(501), LEAD, ORIGIN))
        .hasMessageContaining("500");
  }

  @Test
  void what_has_not_gone_out_is_taken_back_and_not_deleted() {
    Id ours = ward.reply(conversation, "who are you?").message();
    assertThat(deleting.delete(ward.deskSight(), ours, Deletion.Reason.TOO_MUCH, "", LEAD, ORIGIN))
        .isEqualTo(Outcome.STILL_TO_GO);

    ward.changed(ours, new PartState.Failed("test"));
    assertThat(deleting.delete(ward.deskSight(), ours, Deletion.Reason.TOO_MUCH, "", LEAD, ORIGIN))
        .isEqualTo(Outcome.DELETED);
    ward.changed(ours, new PartState.Delivered(ward.clock().instant()));
    assertThat(ward.said(conversation).getLast()).isEmpty();
  }

  @Test
  void the_privacy_officer_reads_it_and_that_is_on_record_first() {
    delete();

    assertThat(deleting.newest())
        .singleElement()
        .satisfies(listed -> {
          assertThat(listed.id()).isEqualTo(message);
          assertThat(listed.toString()).doesNotContain("biopsy", "note");
        });
    Deleting.Kept kept = deleting.read(message, OFFICER, ORIGIN).orElseThrow();
    assertThat(kept.text()).isEqualTo("wrong number, sorry about the biopsy");
    assertThat(kept.note()).isEqualTo("a note");
    assertThat(kept.toString()).doesNotContain("biopsy");
    assertThat(ward.acts().getLast()).isEqualTo("message.deleted-read");
    assertThat(deleting.read(Id.random(), OFFICER, ORIGIN)).isEmpty();
  }

  @Test
  void a_part_that_comes_late_does_not_show_it_again() {
    delete();

    ward.store()
        .change(tx ->
            ward.conversations()
                .complete(
                    tx,
                    conversation,
                    new Message.Received(
                        message,
                        ward.clock().instant(),
                        ReceivedKind.TEXT,
                        "about the biopsy",
                        0)));

    assertThat(ward.said(conversation).getLast()).isEmpty();
    assertThat(ward.inbox(View.ALL).lines()).singleElement().extracting("snippet").isEqualTo("");
    assertThat(isFound("biopsy")).isFalse();
  }
}
