package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.auditverifier.IndependentVerifier;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Two programs that share nothing but a document agree on what holds.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportTest {
  private static final int LOGS = 200;
  private static final int SOUND = 50;
  private static final List<Damage> DAMAGES = List.of(Damage.values());

  private LogHome home;
  private Evidence evidence;
  private Path directory;

  @BeforeAll
  void open(@TempDir Path given) {
    directory = given;
    home = new LogHome(given.resolve("database"));
    evidence = new Evidence(home.store(), LogHome.SIGNER::verifier);
  }

  @BeforeEach
  void begin() {
    home.clear();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Path export(long from, long to) throws IOException {
    Path file = directory.resolve("export.zip");
    Export export = new Export(evidence.key(), evidence.checkpoints());
    try (OutputStream out = Files.newOutputStream(file)) {
      export.write(out, log(), from, Math.min(to, export.entries()), _ -> {});
    }
    return file;
  }

  private Export.Log log() {
    return new Export.Log() {
      @Override
      public byte[] tile(int height, long place) {
        return evidence.tile(height, place).orElseThrow();
      }

      @Override
      public List<String> entries(long from, int most) {
        return evidence.entries(from, most);
      }
    };
  }

  private static Report ours(Path file, NoteKey key) throws IOException {
    try (ExportedLog log = ExportedLog.open(file)) {
      return log.check(key, List.of(), _ -> {});
    }
  }

  private static List<String> theirs(Path file, NoteKey key) throws Exception {
    return IndependentVerifier.check(file, key.written());
  }

  @Test
  void an_export_holds_for_both_and_is_of_what_was_signed() throws Exception {
    home.appendAndSign(600);
    home.append(5);
    Path file = export(0, Long.MAX_VALUE);

    assertThat(ours(file, evidence.key())).isEqualTo(new Report(600, 600, 1, List.of(), 0));
    assertThat(theirs(file, evidence.key())).isEmpty();
    try (ExportedLog log = ExportedLog.open(file)) {
      assertThat(log.key()).contains(evidence.key());
    }
  }

  @Test
  void a_part_holds_by_the_whole_tree() throws Exception {
    home.appendAndSign(600);
    Path file = export(250, 260);

    assertThat(ours(file, evidence.key())).isEqualTo(new Report(10, 600, 1, List.of(), 0));
    assertThat(theirs(file, evidence.key())).isEmpty();
  }

  @Test
  void what_has_grown_since_the_checkpoint_is_not_in_the_export() throws Exception {
    home.appendAndSign(300);
    Export export = new Export(evidence.key(), evidence.checkpoints());
    home.appendAndSign(300);
    Path file = directory.resolve("grown.zip");
    try (OutputStream out = Files.newOutputStream(file)) {
      export.write(out, log(), 0, export.entries(), _ -> {});
    }

    assertThat(ours(file, evidence.key()).holds()).isTrue();
    assertThat(theirs(file, evidence.key())).isEmpty();
  }

  @Test
  void both_agree_on_two_hundred_logs_sound_and_broken() throws Exception {
    Random random = new Random(6962);
    for (int i = 0; i < LOGS; i++) {
      home.clear();
      home.appendAndSign(1 + random.nextInt(i % 7 == 0 ? 1_200 : 300));
      home.pass(Duration.ofHours(2));
      home.appendAndSign(1 + random.nextInt(40));
      Path file = export(0, Long.MAX_VALUE);
      NoteKey key = evidence.key();
      String done = "nothing";
      if (i >= SOUND) {
        Damage damage = DAMAGES.get(i % DAMAGES.size());
        done = damage + " of log " + i;
        damage.on(file, random);
        key = damage == Damage.ANOTHER_KEY ? another() : key;
      }

      assertThat(ours(file, key).holds()).as("ours, %s", done).isEqualTo(i < SOUND);
      assertThat(theirs(file, key).isEmpty()).as("theirs, %s", done).isEqualTo(i < SOUND);
    }
  }

  private static NoteKey another() {
    byte[] seed = new byte[32];
    seed[7] = 7;
    return NoteSigner.of(Secret.copyOf(seed)).verifier();
  }
}
