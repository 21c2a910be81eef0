package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.vault.KeyStatus;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Stepped;
import hospital.wardbell.vault.Steps;
import hospital.wardbell.vault.Unlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A home full of what is found by the index key: patients, conversations, opt-outs, texts to send,
/// texts that came, one that lacks a part, words, a failed sign-in. Its modems are never started.
record IndexHome(Wiring wiring, Keyring keyring, SettableClock clock) implements AutoCloseable {
  static final Instant MORNING = Instant.parse("2026-11-22T16:00:00Z");
  static final int PATIENTS = 60;
  static final int STOPPED = 10;

  static final Unlock UNLOCK = new Unlock.Credential(Secret.copyOf(new byte[32]));
  private static final Actor NURSE = new Actor.Person(new Id(1, 1));
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LONG = "The first half speaks of quinces. ".repeat(6);

  /// The columns that have what an index key made.
  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "consent_remote", List.of("remote_index"),
          "patient_number", List.of("number_index"),
          "conversation", List.of("remote_index"),
          "outbox_part", List.of("recipient_tail", "sim"),
          "outbox_report", List.of("recipient_tail", "sim"),
          "self_test", List.of("number_index"),
          "raw_pdu", List.of("octets_index", "text_index", "remote_index"),
          "multipart", List.of("remote_index"),
          "sign_in_failure", List.of("subject"));

  static IndexHome open(Path directory, Instant now, Steps steps) {
    Home home = Home.prepare(directory);
    if (!Files.exists(home.keyring())) {
      Keyring.create(home.keyring(), UNLOCK).close();
    }
    Keyring keyring = Stepped.open(home.keyring(), UNLOCK, steps);
    SettableClock clock = new SettableClock(now);
    return new IndexHome(Wiring.build(home, keyring, clock), keyring, clock);
  }

  static IndexHome open(Path directory, Instant now) {
    return open(directory, now, Steps.unheard());
  }

  static PhoneNumber patient(int number) {
    return new PhoneNumber("+1202555%04d".formatted(100 + number));
  }

  private static String word(int number) {
    return "marmot" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }

  private static String text(int number, int which) {
    Segments segments = Segments.of("Hello, this is %s once more".formatted(word(number)));
    return deliver(patient(number), segments, 1, MORNING.plusSeconds(which));
  }

  private static String deliver(PhoneNumber from, Segments segments, int part, Instant sent) {
    return new Pdu(
            Optional.empty(),
            new DeliverTpdu(
                Address.of(from),
                0,
                segments.coding(),
                sent.atOffset(ZoneOffset.UTC),
                false,
                false,
                false,
                segments.userData(part, 7)))
        .hex();
  }

  private static String half(int part) {
    return deliver(patient(PATIENTS), Segments.of(LONG), part, MORNING);
  }

  /// Fills it; its loops run from now on.
  IndexHome furnish() throws Exception {
    Id desk = wiring.identity().accounts().frontDesk();
    for (int i = 0; i < PATIENTS; i++) {
      wiring.patients().add(desk, "Patient " + i, patient(i), "en", NURSE);
      comes(text(i, i));
    }
    run();
    awaitRead();
    for (int i = 0; i < STOPPED; i++) {
      comes(deliver(patient(i), Segments.of("STOP"), 1, MORNING.plusSeconds(100)));
    }
    comes(half(1));
    awaitRead();
    for (int i = STOPPED; i < STOPPED + 5; i++) {
      assertThat(write(i, "See you on Friday.").passes()).isTrue();
    }
    wiring.identity().signIn().password("nobody", Secret.copyOf("wrong".toCharArray()), "10.0.0.9");
    Until.so("words are indexed", PATIENCE, () -> indexed() > 0 && found(word(0)) == 1);
    return this;
  }

  /// Starts the loops that read texts and index words.
  void run() {
    wiring.conversations().start();
    receive();
  }

  /// Starts the loop that reads texts.
  void receive() {
    wiring.inbox().start();
  }

  private long indexed() {
    return wiring.store().read(sql -> sql.number("select min(upto) from word_index"));
  }

  void comes(String hex) {
    wiring.inbox().message("modem", hex, clock.instant());
  }

  void awaitRead() throws Exception {
    Until.so("all is read", PATIENCE, () -> count("raw_pdu where state = 'NEW'") == 0);
  }

  long count(String what) {
    return wiring.store().read(sql -> sql.number("select count(*) from " + what));
  }

  /// A nurse writes to a patient of the front desk.
  Verdict.Rule write(int number, String text) {
    return wiring
        .conversations()
        .send(
            Id.random(),
            wiring.identity().accounts().frontDesk(),
            patient(number),
            Wish.care(text),
            NURSE)
        .rule();
  }

  int found(String words) {
    Sight all = new Sight(List.of(wiring.identity().accounts().frontDesk()));
    return wiring
        .conversations()
        .search(all, words, Optional.empty(), NURSE, "cli")
        .messages()
        .size();
  }

  boolean isStopped(int number) {
    return wiring.store().read(sql -> wiring.ledger().standing(sql, patient(number)))
        instanceof Consent.OptedOut;
  }

  /// Everybody is found, once, and nobody who stopped is written to.
  void assertFound() throws Exception {
    assertThat(wiring.indexCheck().run()).as("rows that are not what they are found by").isZero();
    if (clock.instant().isAfter(MORNING.plus(Inbox.PATIENCE))) {
      Until.so(
          "what lacks a part is shown",
          PATIENCE,
          () -> count("multipart where state = 'WAITING'") == 0);
    }
    long conversations = count("conversation");
    long messages = count("message where ours = 0");
    long remotes = count("consent_remote");
    for (int i = 0; i < PATIENTS; i += 7) {
      int number = i;
      assertThat(
              wiring
                  .store()
                  .<Integer>read(sql -> wiring.patients().holding(sql, patient(number)).size()))
          .isEqualTo(1);
      assertThat(wiring.conversations().with(patient(number))).hasSize(1);
      assertThat(found(word(number))).as(word(number)).isEqualTo(1);
      comes(text(number, number)); // once more
    }
    for (int i = 0; i < STOPPED; i++) {
      assertThat(isStopped(i)).isTrue();
      assertThat(write(i, "Hello")).isEqualTo(Verdict.Rule.OPTED_OUT);
    }
    assertThat(write(STOPPED, "Hello").passes()).isTrue();
    awaitRead();
    assertThat(count("message where ours = 0")).isEqualTo(messages);
    assertThat(count("conversation")).isEqualTo(conversations);
    assertThat(count("consent_remote")).isEqualTo(remotes);
  }

  /// The missing part comes, and belongs to the text that lacked it.
  void assertPartIsAdded() throws Exception {
    comes(half(2));
    awaitRead();
    assertThat(count("multipart")).isEqualTo(1);
    assertThat(count("multipart where state = 'WHOLE'")).isEqualTo(1);
  }

  /// How many values there are under another key than the present one, of each column.
  Map<String, Long> underFormerKeys() {
    byte[] mark = Stepped.mark(keyring);
    Map<String, Long> left = new HashMap<>();
    COLUMNS.forEach((table, columns) ->
        columns.forEach(column -> {
          List<byte[]> values =
              wiring
                  .store()
                  .read(sql ->
                      sql.list(
                          "select %s from %s where %s is not null".formatted(column, table, column),
                          row -> row.bytes(column)));
          left.put(
              table + "." + column,
              values.stream().filter(v -> !Arrays.equals(mark, Arrays.copyOf(v, 8))).count());
        }));
    return left;
  }

  /// How many values there are at all.
  long values() {
    return COLUMNS.keySet().stream().mapToLong(this::count).sum();
  }

  void assertAllIsUnderThePresentKey() {
    assertThat(underFormerKeys().values()).containsOnly(0L);
    assertThat(wiring.vault().indexKeys()).hasSize(1);
    assertThat(count("index_key")).isEqualTo(1);
    assertThat(count("word_index")).isEqualTo(1);
    assertThat(Math.min(count("word_block"), count("word_block_other"))).isZero();
  }

  /// How many data keys are wrapped by KEKs that only backups should need.
  long formerWraps() {
    return wiring.store().read(wiring.keyDesk()::keys).stream()
        .filter(key -> key.former().isPresent())
        .mapToLong(KeyStatus::dataKeys)
        .sum();
  }

  /// Lets the rotation's loop run until it is at rest.
  void awaitRotated() throws Exception {
    Until.so("the rotation ends", PATIENCE.multipliedBy(2), () -> !wiring.rotation().isUnderWay());
  }

  static List<Integer> stopped() {
    return IntStream.range(0, STOPPED).boxed().toList();
  }

  @Override
  public void close() {
    wiring.close();
  }
}
