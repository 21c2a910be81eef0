package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KekRotationTest {
  private static final int SUBJECTS = 120;
  private static final String TEXT = "See you on Friday.";
  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final Instant BEFORE = Instant.parse("2025-12-31T23:59:59Z");

  private static final Map<String, Long> PERIODS =
      Map.of(
          "kek.PATIENT/2026",
          40L,
          "kek.CONVERSATION/2026",
          81L,
          "kek.CONVERSATION/2025",
          1L,
          "kek.STAFF/2026",
          1L);

  @TempDir private Path home;
  private final List<Sealed> sealed = new ArrayList<>();
  private final List<Id> shredded = new ArrayList<>();

  /// A text of a subject, as it lies in its row.
  private record Sealed(Id subject, Cell cell, Secret octets) {
    static Sealed by(Vault vault, Tx tx, Id subject) {
      Cell cell = new Cell("message.text/1", Id.random());
      return new Sealed(subject, cell, Secret.copyOf(vault.sealText(tx, subject, cell, TEXT)));
    }

    String opened(Vault vault, Sql sql) {
      return octets.lend(o -> vault.openText(sql, subject, cell, o));
    }
  }

  /// A home with many subjects of two years, a text of each, and one subject that was shredded.
  @BeforeEach
  void furnish() {
    try (Keyring keyring = Keyring.create(home.resolve("keyring"), Rotator.UNLOCK);
        Store store = open(keyring)) {
      Vault vault = new Vault(keyring, () -> NOW);
      Vault earlier = new Vault(keyring, () -> BEFORE);
      store.change(tx -> {
        for (int i = 0; i < SUBJECTS; i++) {
          Subject subject = i % 3 == 0 ? Subject.PATIENT : Subject.CONVERSATION;
          sealed.add(Sealed.by(vault, tx, vault.newKey(tx, subject)));
        }
        Id old = earlier.newKey(tx, Subject.CONVERSATION);
        sealed.add(Sealed.by(earlier, tx, old));
        sealed.add(Sealed.by(vault, tx, vault.newKey(tx, Subject.STAFF)));
        shredded.add(vault.newKey(tx, Subject.CONVERSATION));
        tx.update("update dek set wrapped = null where id = ?", shredded.getFirst());
      });
    }
  }

  private Store open(Keyring keyring) {
    return Store.open(home.resolve("database"), keyring.databaseKey());
  }

  private Keyring keyring() {
    return Keyring.open(home.resolve("keyring"), Rotator.UNLOCK);
  }

  private static List<Id> keks(Keyring keyring) {
    return keyring.keys().stream()
        .filter(key -> key.purpose().startsWith("kek.") && !key.isFormer())
        .map(Key::id)
        .toList();
  }

  /// How many data keys there are of each period, those destroyed too.
  private static Map<String, Long> periods(Store store, Keyring keyring) {
    return store.read(sql -> sql.list("select kek from dek", row -> row.id("kek"))).stream()
        .collect(
            Collectors.groupingBy(
                kek -> keyring.byId(kek).orElseThrow().purpose(), Collectors.counting()));
  }

  private void assertAllOpens(Store store, Keyring keyring) {
    assertThat(periods(store, keyring)).isEqualTo(PERIODS);
    Vault vault = new Vault(keyring);
    for (Sealed text : sealed) {
      assertThat(store.<String>read(sql -> text.opened(vault, sql))).isEqualTo(TEXT);
    }
  }

  private static KekRotation rotation(Store store, Keyring keyring, List<Id> retired) {
    KeyListener listener =
        new KeyListener() {
          @Override
          public void destroyed(Tx tx, String purpose, Id key) {
            throw new AssertionError("nobody asked for it");
          }

          @Override
          public void retired(Tx tx, String purpose, Id key) {
            retired.add(key);
          }
        };
    return new KekRotation(store, keyring, listener, () -> NOW, Steps.unheard());
  }

  private static int finish(KekRotation rotation) {
    int turns = 0;
    while (rotation.turn()) {
      turns++;
    }
    return turns;
  }

  @Test
  void every_data_key_is_wrapped_anew_in_small_batches_and_the_old_keks_are_retired() {
    try (Keyring keyring = keyring();
        Store store = open(keyring)) {
      List<Id> former = keks(keyring);
      List<Id> retired = new ArrayList<>();
      KekRotation rotation = rotation(store, keyring, retired);

      assertThat(rotation.begin()).isTrue();
      assertThat(rotation.begin()).isFalse();
      assertAllOpens(store, keyring);
      int turns = finish(rotation);

      // 40 patients, 81 conversations, one of the year before, one of the staff: one batch, two,
      // one, one; and one turn for each old KEK. Those of three kinds for 2027 are made ahead.
      assertThat(former).hasSize(2 + PERIODS.size() + 3);
      assertThat(turns).isEqualTo(1 + 2 + 1 + 1 + former.size());
      assertThat(retired).containsExactlyInAnyOrderElementsOf(former);
      assertThat(keyring.former().stream().map(Key::id))
          .containsExactlyInAnyOrderElementsOf(former);
      assertThat(keks(keyring)).hasSameSizeAs(former).doesNotContainAnyElementsOf(former);
      assertAllOpens(store, keyring);
    }
    try (Keyring again = keyring();
        Store store = open(again)) {
      assertAllOpens(store, again);
    }
  }

  @Test
  void what_is_sealed_and_made_meanwhile_is_under_the_new_kek_and_opens_after() {
    try (Keyring keyring = keyring();
        Store store = open(keyring)) {
      Vault vault = new Vault(keyring, () -> NOW);
      KekRotation rotation = rotation(store, keyring, new ArrayList<>());
      rotation.begin();
      rotation.turn();

      Id meanwhile = store.write(tx -> vault.newKey(tx, Subject.CONVERSATION));
      sealed.add(store.write(tx -> Sealed.by(vault, tx, meanwhile)));
      finish(rotation);

      store.change(tx -> tx.update("delete from dek where id = ?", shredded.getFirst()));
      assertAllOpens(store, keyring); // as many as before
    }
  }

  @Test
  void what_is_over_and_wraps_nothing_gets_no_new_kek() {
    try (Keyring keyring = keyring();
        Store store = open(keyring)) {
      store.change(tx -> tx.update("update dek set wrapped = null where subject = 'PATIENT'"));
      KekRotation now = rotation(store, keyring, new ArrayList<>());
      Instant next = Instant.parse("2027-01-01T00:00:00Z");
      KekRotation later =
          new KekRotation(store, keyring, (_, _, _) -> {}, () -> next, Steps.unheard());

      now.begin();
      assertThat(keyring.atWork("kek.PATIENT/2026")).hasSize(2);
      finish(now);
      later.begin();

      assertThat(keyring.atWork("kek.PATIENT/2026")).hasSize(1);
      assertThat(keyring.atWork("kek.CONVERSATION/2025")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"kek.asked", "kek.made", "kek.wrapped", "kek.kept", "kek.unused", "kek.retired"})
  void killed_at_any_step_it_goes_on_and_nothing_is_lost(String step) throws Exception {
    List<Id> former;
    try (Keyring keyring = keyring()) {
      former = keks(keyring);
    }

    KilledAt.run(Rotator.class, home.toString(), step);

    try (Keyring keyring = keyring();
        Store store = open(keyring)) {
      assertAllOpens(store, keyring);
      KekRotation rotation = rotation(store, keyring, new ArrayList<>());
      assertThat(rotation.isUnderWay()).isEqualTo(!step.equals("kek.asked"));
      rotation.begin();
      finish(rotation);

      assertThat(keks(keyring)).hasSameSizeAs(former).doesNotContainAnyElementsOf(former);
      assertAllOpens(store, keyring);
      assertThat(
              store.<Long>read(sql -> sql.number("select count(*) from dek where wrapped is null")))
          .isEqualTo(1);
    }
  }
}
