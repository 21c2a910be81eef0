package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.contact.SearchWords;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
  @TempDir private Path directory;
  private Ward ward;
  private WordRows rows;
  private WordIndex index;

  @BeforeEach
  void open() {
    ward = Ward.open(directory);
    rows = WordRows.of(ward.vault());
    index = index();
  }

  @AfterEach
  void close() {
    ward.close();
  }

  /// A loop that is stepped, as after a start.
  private WordIndex index() {
    Numbering none = new Numbering(ward.clock());
    ConversationTable conversations = new ConversationTable(ward.vault());
    return new WordIndex(
        ward.store(),
        new MessageTable(ward.vault(), conversations, none),
        rows,
        Steps.unheard(),
        () -> Long.MAX_VALUE);
  }

  private void indexAll() {
    Duration rest = index.turn();
    while (rest.isZero()) {
      rest = index.turn();
    }
  }

  private List<String> find(Sight sight, String words) {
    return ward
        .conversations()
        .search(sight, words, Optional.empty(), NURSE, "10.0.0.7")
        .messages()
        .stream()
        .map(hit -> hit.message().text())
        .toList();
  }

  private List<String> find(String words) {
    return find(ward.deskSight(), words);
  }

  private Message.Received text(Id message, String text, int missing) {
    return new Message.Received(message, ward.clock().instant(), ReceivedKind.TEXT, text, missing);
  }

  @Test
  void a_word_is_found_whatever_its_accents_and_capitals_and_before_and_after_it_is_indexed() {
    ward.texts(ANA, "¿Puedo venir MAÑANA?");
    ward.texts(BEN, "No way");

    assertThat(find("manana")).containsExactly("¿Puedo venir MAÑANA?");
    indexAll();
    assertThat(find("Mañana")).containsExactly("¿Puedo venir MAÑANA?");
    assertThat(find("mana")).isEmpty();
  }

  @Test
  void all_words_must_be_there_and_the_newest_comes_first() {
    ward.texts(ANA, "my knee hurts");
    ward.texts(BEN, "my other knee hurts");
    indexAll();
    ward.texts(ANA, "hurts again, the knee");
    ward.texts(BEN, "elbow hurts");

    assertThat(find("knee hurts"))
        .containsExactly("hurts again, the knee", "my other knee hurts", "my knee hurts");
    assertThat(find("knee elbow")).isEmpty();
    assertThat(find("?!")).isEmpty();
  }

  @Test
  void what_another_team_was_told_is_neither_found_nor_counted() {
    ward.patients().add(ward.cardiology(), "Ben Test", BEN, "en", NURSE);
    ward.texts(BEN, "chest pain");
    ward.texts(ANA, "back pain");

    assertThat(find("pain")).containsExactly("back pain");
    indexAll();
    assertThat(find("pain")).containsExactly("back pain");
    assertThat(find(ward.cardiologySight(), "pain")).containsExactly("chest pain");
    assertThat(find(new Sight(List.of(ward.desk(), ward.cardiology())), "pain"))
        .containsExactly("back pain", "chest pain");
    assertThat(find(Sight.NOTHING, "pain")).isEmpty();
  }

  @Test
  void what_we_wrote_is_found_too() {
    Id conversation = ward.texts(ANA, "hello");
    ward.reply(conversation, "Please bring your card");
    indexAll();

    assertThat(find("card")).containsExactly("Please bring your card");
  }

  @Test
  void a_text_whose_missing_part_came_is_found_by_what_it_says_now() {
    Id message = Id.random();
    Id conversation = ward.texts(ANA, "hello");
    Message.Received beginning = text(message, "I feel […]", 1);
    ward.store().change(tx -> ward.conversations().receive(tx, conversation, beginning));
    indexAll();
    Message.Received whole = text(message, "I feel dizzy", 0);
    ward.store().change(tx -> ward.conversations().complete(tx, conversation, whole));

    assertThat(find("dizzy")).containsExactly("I feel dizzy");
    indexAll();
    assertThat(find("dizzy")).containsExactly("I feel dizzy");
    assertThat(find("feel")).containsExactly("I feel dizzy");
  }

  @Test
  void pages_follow_one_another_without_gap_or_double_across_the_end_of_the_index() {
    for (int i = 0; i < 130; i++) {
      ward.texts(i % 2 == 0 ? ANA : BEN, "common " + i);
      if (i == 70) {
        indexAll();
      }
    }

    List<String> all = new ArrayList<>();
    Optional<Long> below = Optional.empty();
    do {
      Found page =
          ward.conversations().search(ward.deskSight(), "common", below, NURSE, "10.0.0.7");
      page.messages().forEach(hit -> all.add(hit.message().text()));
      below = page.more();
    } while (below.isPresent());

    List<String> expected =
        IntStream.range(0, 130).mapToObj(i -> "common " + i).collect(Collectors.toList());
    Collections.reverse(expected);
    assertThat(all).isEqualTo(expected);
  }

  @Test
  void any_words_find_what_reading_everything_finds() {
    Random random = new Random(4);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String text =
          random
              .ints(1 + random.nextInt(6), 0, 1 + random.nextInt(30))
              .mapToObj(n -> "word" + n)
              .collect(Collectors.joining(" "));
      texts.addFirst(text);
      ward.texts(random.nextBoolean() ? ANA : BEN, text);
      if (random.nextInt(8) == 0) {
        indexAll();
      }
    }
    for (int i = 0; i < 200; i++) {
      List<String> wanted =
          random.ints(1 + random.nextInt(3), 0, 30).mapToObj(n -> "word" + n).toList();

      assertThat(find(String.join(" ", wanted)))
          .isEqualTo(
              texts.stream()
                  .filter(t -> new HashSet<>(SearchWords.of(t)).containsAll(wanted))
                  .limit(Conversations.PAGE)
                  .toList());
    }
  }

  @Test
  void a_batch_that_was_broken_off_is_done_again_and_finds_each_message_once() {
    for (int i = 0; i < 20; i++) {
      ward.texts(i % 3 == 0 ? ANA : BEN, "once " + i);
      if (i % 4 == 0) {
        WordBlocks before = ward.store().read(rows.tables()::serving);
        indexAll();
        // As if killed before this was kept.
        ward.store().change(tx -> rows.tables().progress(tx, before, before.upto()));
      }
    }
    index = index();
    indexAll();

    assertThat(find("once")).hasSize(20).doesNotHaveDuplicates();
    assertThat(find("once 7")).containsExactly("once 7");
  }

  @Test
  void a_message_that_cannot_be_opened_hides_no_other() {
    ward.texts(ANA, "fever since yesterday");
    ward.texts(BEN, "fever too");
    ward.store().change(SearchTest::damageOne);

    assertThat(find("fever")).hasSize(1);
    indexAll();
    assertThat(find("fever")).hasSize(1);
  }

  private static void damageOne(Tx tx) {
    byte[] content =
        tx.list("select content from message order by place", row -> row.bytes("content"))
            .getFirst();
    content[content.length - 1] ^= 1;
    Id id = tx.list("select id from message order by place", row -> row.id("id")).getFirst();
    tx.update("update message set content = ? where id = ?", content, id);
  }

  @Test
  void the_rows_hold_no_word_and_the_audit_log_no_query() {
    ward.texts(ANA, "xylophone");
    indexAll();
    assertThat(find("xylophone")).hasSize(1);

    assertThat(ward.acts()).contains("messages.searched");
    List<String> entries =
        ward.store()
            .read(sql -> sql.list("select entry from audit_entry", row -> row.text("entry")));
    assertThat(entries).noneMatch(entry -> entry.contains("xylophone"));
  }

  @Test
  void a_word_in_many_messages_has_few_blocks() {
    for (int i = 0; i < 200; i++) {
      ward.texts(ANA, "again");
      indexAll();
    }

    long blocks = ward.store().read(sql -> sql.number("select count(*) from word_block"));

    assertThat(blocks).isLessThan(9);
    assertThat(find("again")).hasSize(Conversations.PAGE);
  }
}
