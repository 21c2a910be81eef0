package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.NURSE;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Expectation;
import hospital.wardbell.conversation.ReplyListener;
import hospital.wardbell.store.StoreFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableTest {
  private static final String BROKEN = "00040B912120550521F3";

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

  private List<Unreadable> unreadable() {
    return desk.inbox().unreadable(NURSE, "10.0.0.7");
  }

  @Test
  void a_malformed_pdu_is_kept_as_it_came_and_a_lead_sees_why() {
    desk.comes(BROKEN);

    assertThat(unreadable())
        .singleElement()
        .satisfies(u -> {
          assertThat(u.hex()).isEqualTo(BROKEN);
          assertThat(u.why()).isNotBlank();
          assertThat(u.toString()).doesNotContain("2120550521");
        });
    assertThat(desk.lines()).isEmpty();
  }

  @Test
  void what_could_not_be_read_and_the_look_at_it_are_on_record() {
    desk.comes(BROKEN);
    unreadable();

    assertThat(desk.ward().acts()).endsWith("message.unreadable", "unreadable.read");
  }

  @Test
  void garbage_of_any_kind_is_kept_and_what_comes_after_it_is_read() {
    desk.kept("");
    desk.kept("no hexadecimal at all");
    desk.kept("0".repeat(9_000));
    desk.kept(Texts.single(ANA, "Is the lab open?", SENT));

    desk.read();

    assertThat(unreadable()).hasSize(3);
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
  }

  @Test
  void a_text_on_which_we_fail_is_put_aside_whole_and_holds_up_nothing() {
    Id conversation = desk.ward().texts(ANA, "Hello");
    Id message = desk.ward().reply(conversation, "Reply YES.").message();
    var until = SENT.plus(Duration.ofDays(1));
    var reminder = new Expectation(Id.random(), message, "reminder", Id.random(), until);
    desk.ward()
        .store()
        .change(tx -> desk.ward().conversations().expect(tx, conversation, reminder));
    ReplyListener failing =
        (_, _, text, _) -> {
          if (text.text().equals("poison")) {
            throw new IllegalStateException("a mistake of ours");
          }
        };
    desk.ward().conversations().listen(failing);
    desk.kept(Texts.single(ANA, "poison", SENT));
    desk.kept(Texts.single(ANA, "Where is the lab?", SENT));

    desk.read();

    assertThat(desk.heard(ANA)).containsExactly("Hello", "Where is the lab?");
    assertThat(unreadable())
        .singleElement()
        .satisfies(u -> assertThat(u.why()).startsWith("incident E-"));
  }

  @Test
  void while_the_database_fails_a_text_stays_new_and_is_read_later() {
    desk.kept(Texts.single(ANA, "Is the lab open?", SENT));
    desk.ward().store().change(tx -> tx.update("rename table audit_entry to elsewhere"));

    assertThatThrownBy(() -> desk.read()).isInstanceOf(StoreFault.class);
    assertThat(desk.raws(Raw.State.NEW)).isEqualTo(1);

    desk.ward().store().change(tx -> tx.update("rename table elsewhere to audit_entry"));
    desk.read();
    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
  }

  @Test
  void a_status_report_where_a_text_was_due_is_unreadable() {
    desk.comes("00060A0A8121436587096211220900000062112209000000" + "00");

    assertThat(desk.raws(Raw.State.UNREADABLE)).isEqualTo(1);
  }
}
