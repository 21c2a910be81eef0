package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.Udh;
import hospital.wardbell.pdu.UserData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivingTest {
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

  @Test
  void an_unknown_sender_waits_in_the_front_desk_s_queue() {
    desk.comes(Texts.single(ANA, "Is the lab open?", SENT));

    assertThat(desk.ward().inbox(View.WAITING).lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.remote()).isEqualTo(ANA);
          assertThat(line.names()).isEmpty();
          assertThat(line.snippet()).isEqualTo("Is the lab open?");
          assertThat(line.waitingSince()).contains(desk.ward().clock().instant());
        });
  }

  @Test
  void a_patient_s_text_goes_to_the_patient_s_team_and_no_other_sees_it() {
    desk.ward().patients().add(desk.ward().cardiology(), "Ben Baker", BEN, "en", NURSE);

    desk.comes(Texts.single(BEN, "Is the lab open?", SENT));

    assertThat(desk.lines()).isEmpty();
    var inbox =
        desk.ward()
            .conversations()
            .inbox(desk.ward().cardiologySight(), View.WAITING, NURSE, "10.0.0.7");
    assertThat(inbox.waiting()).isEqualTo(1);
  }

  @Test
  void what_is_kept_is_read_after_a_kill_and_once_only() {
    desk.kept(Texts.single(ANA, "Is the lab open?", SENT));

    desk.again().read();
    desk.again().read();

    assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
    assertThat(desk.raws(Raw.State.NEW)).isZero();
  }

  @Test
  void a_modem_that_offers_a_text_again_is_believed_once() {
    String hex = Texts.single(ANA, "Is the lab open?", SENT);

    desk.comes(hex, hex);
    desk.again().comes(hex);

    assertThat(desk.heard(ANA)).hasSize(1);
  }

  @Test
  void a_text_that_the_network_delivers_again_is_shown_once() {
    desk.comes(
        Texts.single(ANA, "Is the lab open?", SENT), Texts.again(ANA, "Is the lab open?", SENT));

    assertThat(desk.heard(ANA)).hasSize(1);
    assertThat(desk.raws(Raw.State.DOUBLE)).isEqualTo(1);
  }

  @Test
  void it_is_known_again_whichever_copy_came_first() {
    String direct = Texts.single(ANA, "Is the lab open?", SENT);
    String stored = Texts.again(ANA, "Is the lab open?", SENT);
    String other = Texts.single(BEN, "And the pharmacy?", SENT);
    String otherStored = Texts.again(BEN, "And the pharmacy?", SENT);

    desk.comes(direct, stored, otherStored, other);

    assertThat(desk.heard(ANA)).hasSize(1);
    assertThat(desk.heard(BEN)).hasSize(1);
  }

  @Test
  void a_text_to_two_of_our_numbers_is_two_texts() {
    String hex = Texts.single(ANA, "Is the lab open?", SENT);

    desk.keptBy("front", hex);
    desk.keptBy("ward", hex);
    desk.read();

    assertThat(desk.heard(ANA)).hasSize(2);
  }

  @Test
  void a_text_in_parts_to_two_of_our_numbers_is_two_texts() {
    String words = "The knee is swollen again. ".repeat(15);
    for (String part : Texts.parts(ANA, words, 7, SENT)) {
      desk.keptBy("front", part);
      desk.keptBy("ward", part);
    }
    desk.read();

    assertThat(desk.heard(ANA)).containsExactly(words, words);
  }

  @Test
  void the_same_words_at_another_time_are_another_text() {
    desk.comes(Texts.single(ANA, "OK", SENT), Texts.single(ANA, "OK", SENT.plusSeconds(1)));

    assertThat(desk.heard(ANA)).containsExactly("OK", "OK");
  }

  @Test
  void an_identical_pdu_is_a_double_for_three_days_and_more_and_then_a_new_text() {
    String hex = Texts.single(ANA, "OK", SENT);
    desk.comes(hex);

    desk.ward().clock().pass(Duration.ofHours(73));
    desk.comes(hex);
    assertThat(desk.heard(ANA)).hasSize(1);

    desk.ward().clock().pass(Intake.WINDOW.plusSeconds(1));
    desk.comes(hex);
    assertThat(desk.heard(ANA)).hasSize(2);
  }

  @Test
  void a_modem_that_never_forgets_never_makes_an_old_text_new() {
    String hex = Texts.single(ANA, "OK", SENT);

    for (int day = 0; day < 10; day++) {
      desk.comes(hex);
      desk.ward().clock().pass(Duration.ofDays(1));
    }

    assertThat(desk.heard(ANA)).hasSize(1);
  }

  @Test
  void every_alphabet_and_the_empty_text_are_shown() {
    var octets = new DataCoding(0x04);
    desk.comes(
        Texts.single(ANA, "Grüße {€}", SENT),
        Texts.single(ANA, "你好 😀", SENT.plusSeconds(1)),
        Texts.deliver(ANA, 0, octets, SENT.plusSeconds(2), UserData.of(Udh.NONE, "Señor", octets)),
        Texts.single(ANA, "", SENT.plusSeconds(3)));

    assertThat(desk.heard(ANA)).containsExactly("Grüße {€}", "你好 😀", "Señor", "");
  }

  @Test
  void a_raw_pdu_is_sealed_under_its_conversation_s_key_once_it_is_known() {
    String hex = Texts.single(ANA, "Is the lab open?", SENT);
    desk.kept(hex);
    Id before = rawKey();

    desk.read();

    Id key =
        desk.ward()
            .store()
            .read(sql ->
                desk.ward().conversations().key(sql, desk.lines().getFirst().conversation()));
    assertThat(rawKey()).isEqualTo(key).isNotEqualTo(before);
    assertThat(rawContent()).doesNotContain(hex);
  }

  private Id rawKey() {
    return desk.ward()
        .store()
        .read(sql -> sql.one("select data_key from raw_pdu", row -> row.id("data_key")))
        .orElseThrow();
  }

  private String rawContent() {
    return desk.ward()
        .store()
        .read(sql -> sql.one("select content from raw_pdu", row -> row.bytes("content")))
        .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
        .orElseThrow();
  }

  @Test
  void the_loop_reads_a_text_as_soon_as_it_is_kept() throws InterruptedException {
    BlockingQueue<Id> live = new LinkedBlockingQueue<>();
    desk.ward().conversations().listen((id, _, _) -> live.add(id));
    desk.inbox().start();

    desk.kept(Texts.single(ANA, "Is the lab open?", SENT));

    Id changed = live.poll(20, TimeUnit.SECONDS);
    desk.inbox().close();
    assertThat(List.of(desk.lines().getFirst().conversation())).containsExactly(changed);
  }
}
