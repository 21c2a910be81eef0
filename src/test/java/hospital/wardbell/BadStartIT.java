package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Program.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps the service from starting: one sentence on what to do, and the right exit code.
class BadStartIT {
  private static final int FAILED = 1;
  private static final int BAD_CONFIGURATION = 2;
  private static final int NOTHING_TO_DO = 3;

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "modemz: []|line 4: modemz is not a key",
        "unlock: {passphrase: secret}|line 4: unlock.passphrase is not a key",
        "trial: perhaps|line 4: trial must be true or false",
        "trial: [|line 5: this is not YAML",
      })
  void a_setting_that_is_unknown_or_malformed_is_named_with_its_line(String line, String complaint)
      throws Exception {
    TrialHome home = TrialHome.in(directory);
    home.boot(line);

    assertComplaint(home.run("serve"), BAD_CONFIGURATION, complaint);
  }

  @Test
  void a_home_that_is_not_set_up_is_said_so() throws Exception {
    assertComplaint(TrialHome.in(directory).run("serve"), FAILED, "wardbell setup");
  }

  @Test
  void a_wrong_passphrase_in_the_file_ends_the_start() throws Exception {
    TrialHome home = TrialHome.in(directory).setUp();
    Files.writeString(directory.resolve("passphrase"), "another one altogether");
    assertComplaint(home.run("serve"), FAILED, "That does not open the keyring");

    Files.writeString(directory.resolve("passphrase"), "\n");
    assertComplaint(home.run("serve"), BAD_CONFIGURATION, "is empty");
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    TrialHome home = TrialHome.in(directory).setUp();

    try (var _ = new ServerSocket(home.consolePort(), 1, InetAddress.getLoopbackAddress())) {
      assertComplaint(home.run("serve"), FAILED, "listens on 127.0.0.1:" + home.consolePort());
    }
    try (var _ = new ServerSocket(home.managementPort(), 1, InetAddress.getLoopbackAddress())) {
      assertComplaint(home.run("serve"), FAILED, "listens on 127.0.0.1:" + home.managementPort());
    }
  }

  @Test
  void a_second_service_leaves_the_first_alone() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        ServiceProcess first = ServiceProcess.start(home).awaitOpen()) {
      Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
      TrialHome second = TrialHome.in(elsewhere);
      Files.createSymbolicLink(elsewhere.resolve("home"), home.home().directory());

      assertComplaint(second.run("serve"), FAILED, "Another Wardbell runs in");
      assertThat(first.status().flag("sealed")).isFalse();
      assertThat(second.run("setup").exit()).isEqualTo(NOTHING_TO_DO);
    }
  }

  @Test
  void a_home_that_nobody_could_make_is_said_so() throws Exception {
    TrialHome home = TrialHome.in(directory);
    Files.writeString(
        home.config(),
        Files.readString(home.config()).replace("home: home", "home: /proc/wardbell"));

    assertComplaint(home.run("setup"), FAILED, "/proc/wardbell cannot be made or written");
    assertComplaint(home.run("serve"), FAILED, "/proc/wardbell cannot be made or written");
  }

  @Test
  void a_home_of_another_user_is_said_so() throws Exception {
    TrialHome home = TrialHome.in(directory).setUp();
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Program nobody =
        home.program().behind("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    assumeTrue(mayRun(nobody), "this user cannot run the program as nobody");

    assertComplaint(nobody.run("", home.arguments("serve")), FAILED, "cannot be made or written");
  }

  private static boolean mayRun(Program program) throws InterruptedException {
    try {
      return program.run("", "version").exit() == 0;
    } catch (IOException _) {
      return false; // there is no setpriv here
    }
  }

  private static void assertComplaint(Outcome outcome, int exit, String sentence) {
    assertThat(outcome.err()).startsWith("wardbell: ").contains(sentence).hasLineCount(1);
    assertThat(outcome.exit()).isEqualTo(exit);
    assertThat(outcome.out()).isEmpty();
  }
}
