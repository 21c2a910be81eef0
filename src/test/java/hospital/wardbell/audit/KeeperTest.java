package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Finding.Kind;
import hospital.wardbell.base.Pause;
import hospital.wardbell.base.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The loops that keep the record, running.
class KeeperTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofSeconds(1);

  @TempDir private Path directory;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
  private LogHome home;
  private Keeper keeper;

  @BeforeEach
  void open() {
    home = new LogHome(directory.resolve("database"));
    keeper = new Keeper(home.store(), home.audit(), LogHome.SIGNER, clock);
  }

  @AfterEach
  void close() {
    keeper.close();
    home.close();
  }

  private void start() {
    keeper.start(Optional.of(new Witness(directory.resolve("witness"))), () -> ClockStatus.FREE);
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Pause.real().await(Duration.ofMillis(10));
    }
  }

  private long signed() {
    return home.store().read(TreeTable::newest).map(Signed::entries).orElse(0L);
  }

  private List<String> entries() {
    return home.store().read(sql -> EntryTable.from(sql, 0, 1_000)).stream()
        .map(Line::text)
        .toList();
  }

  @Test
  void an_entry_is_signed_within_a_second() throws Exception {
    start();
    for (int i = 1; i <= 3; i++) {
      long entries = i;
      home.append(1);
      long begun = System.nanoTime();
      await(() -> signed() >= entries);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(WINDOW);
    }
  }

  private static List<String> witnessed(Path witness) throws IOException {
    return Witness.read(witness, LogHome.SIGNER.verifier());
  }

  @Test
  void the_newest_checkpoint_is_witnessed() throws Exception {
    Path witness = directory.resolve("witness");
    home.append(5);
    start();
    await(() -> Files.exists(witness) && !witnessed(witness).isEmpty());

    Report report = home.check(witnessed(witness).getFirst());
    assertThat(report.holds()).isTrue();
    assertThat(keeper.unwitnessed()).isFalse();
  }

  @Test
  void a_witness_that_cannot_be_written_is_told() throws Exception {
    home.append(1);
    keeper.start(
        Optional.of(new Witness(directory.resolve("not-there/witness"))), () -> ClockStatus.FREE);

    await(keeper::unwitnessed);
  }

  @Test
  void a_clock_put_forward_is_an_entry() throws Exception {
    start();
    home.append(1);
    await(() -> signed() == 1);

    clock.set(clock.instant().plus(Duration.ofHours(1)));
    await(() -> signed() >= 2);

    assertThat(entries())
        .anyMatch(e -> e.contains("\"clock.jumped\"") && e.contains("\"clock\":\"free\""));
  }

  @Test
  void damage_is_found_by_the_check_after_the_start_and_becomes_one_entry() throws Exception {
    home.appendAndSign(10);
    home.sql("update audit_entry set entry = entry || ' ' where leaf = 4");
    start();
    Finding changed = new Finding(Kind.ENTRY_CHANGED, 4);

    await(() -> keeper.broken().equals(Optional.of(changed)));
    await(() -> signed() == 11);
    long run = keeper.check();
    await(() -> keeper.progress().done() >= run);

    assertThat(entries()).filteredOn(e -> e.contains("entry-changed 4")).hasSize(1);
  }

  @Test
  void a_sound_record_is_checked_after_the_start_and_when_asked_for() throws Exception {
    home.appendAndSign(10);
    start();
    await(() -> keeper.progress().done() == 1);
    home.append(1);

    long run = keeper.check();
    await(() -> keeper.progress().done() >= run);

    assertThat(keeper.broken()).isEmpty();
    assertThat(keeper.progress().last().orElseThrow().report().entries()).isEqualTo(11);
  }
}
