package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Remote;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.InboxLine;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.InformationElement;
import hospital.wardbell.pdu.Ports;
import hospital.wardbell.pdu.Udh;
import hospital.wardbell.pdu.UserData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What comes and is no plain text is named for what it is, and lost never.
class KindsTest {
  private static final Remote OPERATOR = new ShortCode("2262");
  private static final DataCoding KEPT_VOICEMAIL = new DataCoding(0xd8);
  private static final byte[] SHORT_PICTURE = Pushes.picture(false, ANA.e164() + "/TYPE=PLMN");
  private static final byte[] LONG_PICTURE = Pushes.picture(true, ANA.e164() + "/TYPE=PLMN");

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

  private static String text(Remote from, int protocol, DataCoding coding, Udh header) {
    return Texts.deliver(from, protocol, coding, SENT, UserData.of(header, "STOP", coding));
  }

  private List<NoticeKind> notices() {
    return desk.inbox().notices().stream().map(Notice::kind).toList();
  }

  private List<ReceivedKind> received(Remote remote) {
    return desk.with(remote).messages().stream()
        .filter(Message.Received.class::isInstance)
        .map(m -> ((Message.Received) m).kind())
        .toList();
  }

  @Test
  void word_of_a_picture_is_in_its_sender_s_conversation_and_somebody_waits_there() {
    desk.comes(Pushes.pdus(OPERATOR, LONG_PICTURE, 7).toArray(String[]::new));

    assertThat(desk.ward().inbox(View.WAITING).lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.remote()).isEqualTo(ANA);
          assertThat(line.lastKind()).contains(ReceivedKind.PICTURE);
        });
    assertThat(received(ANA)).containsExactly(ReceivedKind.PICTURE);
    assertThat(desk.heard(ANA)).containsExactly("");
    assertThat(desk.with(ANA).replyRefused()).isEmpty();
    assertThat(desk.ward().outbox().depth().queued()).isZero();
    assertThat(notices()).isEmpty();
  }

  @Test
  void the_parts_of_such_a_word_may_come_in_any_order_and_twice() {
    List<String> parts = Pushes.pdus(OPERATOR, LONG_PICTURE, 7);

    desk.comes(parts.get(1), parts.get(1), parts.get(0), parts.get(0));

    assertThat(received(ANA)).containsExactly(ReceivedKind.PICTURE);
  }

  @Test
  void word_of_a_picture_whose_second_part_never_comes_is_shown_when_overdue() {
    desk.comes(Pushes.pdus(OPERATOR, LONG_PICTURE, 7).getFirst());
    desk.ward().clock().pass(Inbox.PATIENCE);
    desk.read();

    assertThat(received(ANA)).containsExactly(ReceivedKind.PICTURE);
  }

  @Test
  void a_push_whose_beginning_comes_late_is_told_for_what_it_is_then() {
    List<String> parts = Pushes.pdus(OPERATOR, LONG_PICTURE, 7);
    desk.comes(parts.get(1));
    desk.ward().clock().pass(Inbox.PATIENCE);
    desk.read();
    assertThat(notices()).containsExactly(NoticeKind.PUSH);

    desk.comes(parts.get(0));

    assertThat(received(ANA)).containsExactly(ReceivedKind.PICTURE);
    assertThat(notices()).isEmpty();
  }

  @Test
  void word_of_a_picture_of_nobody_is_in_the_conversation_with_its_operator() {
    desk.comes(Pushes.pdus(OPERATOR, Pushes.picture(false, ""), 7).getFirst());

    assertThat(desk.lines()).extracting(InboxLine::remote).containsExactly(OPERATOR);
  }

  @Test
  void the_same_word_delivered_again_is_shown_once() {
    String first = Pushes.pdus(OPERATOR, SHORT_PICTURE, 7).getFirst();
    desk.comes(first, "07912120550199F9" + first.substring(2));

    assertThat(received(ANA)).containsExactly(ReceivedKind.PICTURE);
    assertThat(desk.raws(Raw.State.DOUBLE)).isEqualTo(1);
  }

  @Test
  void other_pushes_are_named_and_not_shown_as_texts() {
    desk.comes(Pushes.pdus(OPERATOR, Pushes.push("\u00ae", new byte[40]), 7).getFirst());

    assertThat(desk.lines()).isEmpty();
    assertThat(notices()).containsExactly(NoticeKind.PUSH);
  }

  @Test
  void data_for_programs_the_sim_and_nobody_are_named_each() {
    Udh toolkit = Udh.of(new InformationElement(0x70, ""));
    Udh game = Udh.of(new Ports(5000, 5000).element());
    DataCoding data = Pushes.DATA;
    desk.comes(
        text(OPERATOR, 0, data, game),
        text(OPERATOR, 0x7f, new DataCoding(0xf6), Udh.NONE),
        text(OPERATOR, 0, data, toolkit),
        text(OPERATOR, 0x40, data, Udh.NONE));

    assertThat(desk.lines()).isEmpty();
    assertThat(notices())
        .containsExactly(NoticeKind.SILENT, NoticeKind.SIM, NoticeKind.SIM, NoticeKind.APPLICATION);
    assertThat(desk.inbox().notices().getFirst().modem()).isEqualTo("modem");
  }

  @Test
  void what_waits_is_named_and_its_text_shown_only_if_it_is_to_be_kept() {
    desk.comes(
        text(OPERATOR, 0, new DataCoding(0xc8), Udh.NONE),
        text(OPERATOR, 0, new DataCoding(0xc9), Udh.NONE),
        text(OPERATOR, 0, new DataCoding(0xc0), Udh.NONE),
        text(OPERATOR, 0, DataCoding.GSM7, Udh.of(new InformationElement(0x01, "0003"))));
    assertThat(desk.lines()).isEmpty();
    assertThat(notices())
        .containsExactly(
            NoticeKind.VOICEMAIL, NoticeKind.NONE_WAITS, NoticeKind.WAITING, NoticeKind.VOICEMAIL);

    desk.comes(
        text(ANA, 0, KEPT_VOICEMAIL, Udh.NONE),
        text(ANA, 0, DataCoding.GSM7, Udh.of(new InformationElement(0x01, "8003"))));

    assertThat(received(ANA)).containsExactly(ReceivedKind.INDICATION, ReceivedKind.INDICATION);
    assertThat(desk.heard(ANA)).containsExactly("STOP", "STOP");
    assertThat(desk.with(ANA).replyRefused()).isEmpty(); // the network's words opt nobody out
    assertThat(desk.ward().outbox().depth().queued()).isZero();
  }

  @Test
  void a_text_that_is_to_replace_another_stands_beside_it_and_is_not_answered() {
    desk.comes(Texts.single(ANA, "At nine", SENT.minusSeconds(60)));
    for (int protocol = 0x41; protocol <= 0x47; protocol++) {
      desk.comes(
          Texts.deliver(
              ANA,
              protocol,
              DataCoding.GSM7,
              SENT.plusSeconds(protocol),
              UserData.of(Udh.NONE, "HELP", DataCoding.GSM7)));
    }

    assertThat(received(ANA)).hasSize(8).endsWith(ReceivedKind.REPLACEMENT);
    assertThat(desk.heard(ANA)).startsWith("At nine", "HELP");
    assertThat(desk.ward().outbox().depth().queued()).isZero();
  }

  @Test
  void a_flash_text_is_named_so() {
    desk.comes(text(ANA, 0, new DataCoding(0x10), Udh.NONE));

    assertThat(received(ANA)).containsExactly(ReceivedKind.FLASH);
  }
}
