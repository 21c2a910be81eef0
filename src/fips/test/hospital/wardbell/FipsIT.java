package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real program of the build with the validated module.
class FipsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String IN_USE =
      "the FIPS 140-3 validated module BC-FJA 2.1.1 (certificate 4943), in approved mode";

  @TempDir private Path directory;

  @Test
  void it_says_what_it_runs_on() throws Exception {
    Outcome outcome = Program.in(directory).run("", "version");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("Cryptography: " + IN_USE);
  }

  @Test
  void a_home_is_set_up_served_texted_backed_up_and_opened_again() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()),
                People.silent(),
                Journal.inMemory())) {
      Confidences confidences = new Confidences();
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen().awaitModem()) {
        assertThat(service.status().text("cryptography")).isEqualTo(IN_USE);
        assertThat(home.run("key", "status").out())
            .contains("PBKDF2 with HMAC-SHA-512, 600,000 iterations", IN_USE);
        confidences.converse(home, modem); // over TLS, signed in with password and code
        assertThat(KeysIT.kit(home)).hasSize(3);
        assertThat(home.run("key", "rotate", "kek").exit()).isZero();
        assertThat(home.ask("backup.run", new JsonObject()).text("backup")).endsWith(".wbk");
        assertThat(home.run("backup", "test-restore").exit()).isZero();
        Until.so("the record holds", PATIENCE, () -> home.run("audit", "verify").exit() == 0);
      }
      assertThat(confidences.hits(directory)).isEmpty();
      try (ServiceProcess again = ServiceProcess.start(home).awaitOpen();
          ConsoleClient console = ConsoleClient.of(home)) {
        console.signInAsLead("lena", "Lena Example", InstantSource.system());
        assertThat(console.get("/inbox").body()).contains("Ottoline Vandersloot");
        assertThat(again.isAlive()).isTrue();
      }
    }
  }

  @Test
  void it_does_not_start_outside_approved_mode() throws Exception {
    Outcome outcome =
        Program.in(directory)
            .with("-Dorg.bouncycastle.fips.approved_only=false")
            .run("", "serve", "--config", directory.resolve("wardbell.yaml").toString());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err()).contains("not in approved mode, and this build runs in no other");
  }

  @Test
  void it_does_not_start_with_a_module_that_is_not_the_one_that_was_validated() throws Exception {
    Path changed = changed(module());
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("java.class.path").replace(module().toString(), changed.toString()));
    command.addAll(List.of(Main.class.getName(), "version"));
    Path said = directory.resolve("said");

    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(said)).contains("The validated module", "Install it again");
  }

  private static Path module() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> each.contains("bc-fips-"))
        .map(Path::of)
        .findFirst()
        .orElseThrow();
  }

  /// The same jar with one octet more in the last of its classes.
  private Path changed(Path jar) throws IOException {
    Path to = directory.resolve("bc-fips-2.1.1.jar");
    try (JarFile from = new JarFile(jar.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      Enumeration<JarEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        out.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          in.transferTo(out);
        }
        if (entry.getName().endsWith("/AESEngine.class")
            || entry.getName().endsWith("fips/FipsAES.class")) {
          out.write(0);
        }
        out.closeEntry();
      }
    }
    return to;
  }
}
