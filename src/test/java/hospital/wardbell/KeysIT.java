package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The key commands on the real service.
class KeysIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path directory;

  /// The words of a page, as they are on it.
  static String words(String page) {
    return page.lines().filter(line -> line.matches("\\s+\\d.*")).collect(Collectors.joining("\n"));
  }

  /// Makes a kit of 3 shares, 2 of them needed, and types one back.
  static List<String> kit(TrialHome home) throws Exception {
    Outcome made = home.run("key", "recovery-kit", "--shares", "3", "--needed", "2", "--json");
    List<String> shares =
        JsonObject.parse(made.out()).texts("pages").stream().map(KeysIT::words).toList();
    Outcome checked = home.runWith(shares.get(1) + "\n", "key", "verify-kit", "--share-file", "-");
    assertThat(checked.out()).startsWith("Share 2 of kit ").contains("counts from now on");
    return shares;
  }

  private static JsonObject status(TrialHome home) throws Exception {
    return JsonObject.parse(home.run("key", "status", "--json").out());
  }

  private static List<String> ways(TrialHome home) throws Exception {
    return status(home).objects("ways").stream().map(way -> way.text("way")).toList();
  }

  private static Set<String> keks(TrialHome home) throws Exception {
    return status(home).objects("keys").stream()
        .filter(key -> key.text("purpose").startsWith("kek."))
        .filter(key -> key.maybeText("former_since").isEmpty())
        .map(key -> key.text("fingerprint"))
        .collect(Collectors.toSet());
  }

  @Test
  void a_new_passphrase_a_kit_and_the_kit_alone_open_it() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      List<String> shares;
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        assertThat(home.run("key", "status").out())
            .contains("passphrase", "No recovery kit", "kek.SUPPRESSION", "No rotation");
        shares = kit(home);
        assertThat(ways(home)).containsExactly("passphrase", "recovery kit");
        assertMistypedIsTold(home, shares);

        Outcome weak = home.runWith("short\n", "key", "mode", "hand", "--passphrase-file", "-");
        assertThat(weak.exit()).isEqualTo(2);
        Outcome set =
            home.runWith("nine green kites\n", "key", "mode", "hand", "--passphrase-file", "-");
        assertThat(set.exit()).isZero();
        assertThat(ways(home)).containsExactlyInAnyOrder("passphrase", "recovery kit");
      }

      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home)) {
        assertThat(home.run("key", "status").exit()).isEqualTo(75);
        assertThat(unlock(home, TrialHome.PASSPHRASE).exit()).isEqualTo(1);
        assertThat(unlock(home, "nine green kites").exit()).isZero();
        assertThat(service.status().flag("sealed")).isFalse();
      }
      try (ServiceProcess service = ServiceProcess.start(home)) {
        assertThat(service.status().flag("sealed")).isTrue();
        Outcome few = recover(home, shares.subList(0, 1));
        assertThat(few.exit()).isEqualTo(1);
        assertThat(few.err()).contains("2 shares are needed; these are 1.");

        assertThat(recover(home, List.of(shares.get(2), shares.get(0))).exit()).isZero();
        assertThat(service.status().flag("sealed")).isFalse();
      }
    }
  }

  private static void assertMistypedIsTold(TrialHome home, List<String> shares) throws Exception {
    String wrong = shares.getFirst().replaceFirst("\\p{L}+", "battery");

    Outcome told = home.runWith(wrong + "\n", "key", "verify-kit", "--share-file", "-");

    assertThat(told.exit()).isEqualTo(1);
    assertThat(told.err()).contains("word 1 is not one of the list").doesNotContain("battery");
  }

  private static Outcome unlock(TrialHome home, String passphrase) throws Exception {
    return home.runWith(passphrase + "\n", "key", "unlock", "--passphrase-file", "-");
  }

  private static Outcome recover(TrialHome home, List<String> shares) throws Exception {
    return home.runWith(
        String.join("\n\n", shares) + "\n", "unlock", "--recovery", "--shares-file", "-");
  }

  @Test
  void keks_are_rotated_while_the_service_runs_and_every_act_is_on_record() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        home.run("user", "add", "dana", "--name", "Dana Lead", "--role", "lead");
        Set<String> before = keks(home);

        assertThat(home.run("key", "rotate", "kek").exit()).isZero();
        Until.so("the rotation ends", PATIENCE, () -> !status(home).flag("rotating"));
        assertThat(keks(home)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(home.run("key", "reseal").exit()).isZero();
        assertThat(home.run("key", "rotate", "doors").exit()).isEqualTo(2);
      }
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        home.run("user", "add", "robin", "--name", "Robin Lead", "--role", "lead");
      }
      try (Wiring open = home.open()) {
        List<String> acts =
            open.store()
                .read(sql -> sql.list("select entry from audit_entry", row -> row.text("entry")));
        assertThat(acts)
            .anyMatch(entry -> entry.contains("key.rotated"))
            .anyMatch(entry -> entry.contains("key.resealed"))
            .anyMatch(entry -> entry.contains("key.retired"));
        assertThat(open.identity().accounts().frontDesk()).isNotNull();
      }
    }
  }

  @Test
  void another_index_key_is_made_and_the_former_is_kept_for_backups_only() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        assertThat(home.run("backup", "run").exit()).isZero();

        Outcome begun = home.run("key", "rotate", "index");

        assertThat(begun.exit()).isZero();
        assertThat(begun.out()).contains("within a day").contains("Older backups open as before");
        Until.so("the rotation ends", PATIENCE, () -> !status(home).flag("rotating"));
        assertThat(home.run("key", "status").out()).contains("for older backups only");
        assertThat(home.run("backup", "prune").exit()).isEqualTo(3);
        assertThat(home.run("key", "status").out()).contains("the backup of ");
        Outcome forgotten = home.run("key", "rotate", "index", "--forget");
        assertThat(forgotten.out()).contains("these do not open then").contains("wardbell-2");
        Until.so("the rotation ends", PATIENCE, () -> !status(home).flag("rotating"));
        assertThat(home.run("key", "status").out()).doesNotContain("for older backups only");
        assertThat(home.run("backup", "test-restore").exit()).isEqualTo(1);
      }
    }
  }

  @Test
  void set_up_asks_for_a_share_of_the_kit_to_be_typed_back() throws Exception {
    try (TrialHome home = TrialHome.in(directory)) {
      home.boot("unlock: {passphrase-file: passphrase}");
      Outcome untyped = home.run("setup", "--hospital", "Practice Hospital");
      assertThat(untyped.exit()).isEqualTo(1);
      assertThat(untyped.err()).contains("No share was typed back", "--no-recovery-kit");
      assertThat(home.home().isSetUp()).isFalse();

      Path out = directory.resolve("pages");
      Process setUp =
          home.program()
              .start(
                  out,
                  directory.resolve("questions"),
                  home.arguments("setup", "--shares", "2", "--needed", "2"));
      Until.so(
          "the pages are printed",
          PATIENCE,
          () -> Files.exists(out) && Files.readString(out).contains("Share 2 of 2"));
      Until.so(
          "a share is asked for",
          PATIENCE,
          () -> Files.readString(directory.resolve("questions")).contains("Then type the words"));
      List<String> pages = List.of(Files.readString(out).split("\f"));
      try (var in = setUp.outputWriter()) {
        in.write(words(pages.get(1)) + "\n");
      }
      assertThat(setUp.waitFor()).isZero();
      assertThat(home.home().isSetUp()).isTrue();

      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home)) {
        assertThat(recover(home, pages.stream().map(KeysIT::words).toList()).exit()).isZero();
        assertThat(service.status().flag("sealed")).isFalse();
      }
    }
  }

  @Test
  void a_home_without_a_kit_is_set_up_only_if_somebody_says_so() throws Exception {
    try (TrialHome home = TrialHome.in(directory)) {
      home.boot("unlock: {passphrase-file: passphrase}");

      Outcome made = home.run("setup", "--no-recovery-kit");

      assertThat(made.exit()).isZero();
      assertThat(made.out()).doesNotContain("RECOVERY KIT");
    }
  }
}
