package hospital.wardbell.siem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Until;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Checkpoint;
import hospital.wardbell.audit.ClockStatus;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Keeper;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.audit.Witness;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Debian's rsyslog as a witness of the record; left out where it is not installed.
class WitnessingTest {
  private static final Actor IT = new Actor.Operator("admin");
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int ENTRIES = 300;
  private static final NoteSigner SIGNER = NoteSigner.of(Secret.copyOf(new byte[32]));

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void what_was_signed_is_at_the_collector_and_shows_a_tail_that_was_cut_off(Payload payload)
      throws Exception {
    assumeTrue(Files.isExecutable(Collector.PROGRAM), "rsyslog is not installed");
    try (Store store = Store.open(directory.resolve("database"), Secret.copyOf(new byte[32]));
        Collector collector = Collector.start(directory.resolve("collector"))) {
      Audit audit = new Audit(store, InstantSource.system());
      Evidence evidence = new Evidence(store, SIGNER::verifier);
      try (Keeper keeper = new Keeper(store, audit, SIGNER, InstantSource.system());
          Siem siem =
              new Siem(store, audit, evidence::newest, "box", "1.2", InstantSource.system())) {
        keeper.start(Optional.empty(), () -> ClockStatus.FREE);
        for (int i = 0; i < ENTRIES; i++) {
          audit.record(Entry.of(IT, "test.act").because("number " + i));
        }
        Until.so("all of it is signed", LONG, () -> signed(evidence) >= ENTRIES);
        siem.add(collector.target("one", payload), IT);
        Until.so("a checkpoint is there", LONG, () -> !witnessed(collector).isEmpty());
      }

      assertThat(evidence.contradicted(witnessed(collector))).isEmpty();
      store.change(tx -> {
        tx.update("delete from audit_checkpoint");
        tx.update("delete from audit_tile");
        tx.update("delete from audit_entry where leaf > 20");
      });
      try (Keeper keeper =
          new Keeper(
              store, new Audit(store, InstantSource.system()), SIGNER, InstantSource.system())) {
        keeper.start(Optional.empty(), () -> ClockStatus.FREE);
        Until.so("a shorter history is signed", LONG, () -> evidence.newest().isPresent());
      }

      assertThat(evidence.contradicted(witnessed(collector))).isNotEmpty();
    }
  }

  private static long signed(Evidence evidence) {
    return evidence
        .newest()
        .flatMap(SIGNER.verifier()::checkpoint)
        .map(Checkpoint::entries)
        .orElse(0L);
  }

  private static List<String> witnessed(Collector collector) throws IOException {
    return Files.exists(collector.file())
        ? Witness.read(collector.file(), SIGNER.verifier())
        : List.of();
  }
}
