package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A root key that systemd keeps, by this machine's own key and by a TPM. The tools are Debian's;
/// `appliance/verify` installs them.
class CredentialIT {
  @TempDir private Path directory;

  private Path sealed() {
    return directory.resolve("root.cred");
  }

  @Test
  void a_credential_of_the_host_opens_it_and_the_passphrase_no_longer_does() throws Exception {
    assumeTrue(has("systemd-creds"));
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      assertThat(home.run("key", "mode", "credential", "--with-key", "host").out())
          .contains("--make | systemd-creds encrypt --name=wardbell-root --with-key=host -")
          .contains("LoadCredentialEncrypted=wardbell-root:")
          .contains("credential: wardbell-root");
      assertNothingElseCounts(home);

      changeMode(home, "host", List.of());

      assertOpensBy(home);
      assertPassphraseOpensNothing(home);
    }
  }

  /// What does not open the keyring, or was made and never read back, leaves all as it was.
  private void assertNothingElseCounts(TrialHome home) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
      assertThat(service.isAlive()).isTrue();
      assertThat(made(home)).hasSize(32);
      Outcome refused = home.runWith("not thirty-two octets", "key", "mode", "credential", "--use");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("What opened it before still does");
    }
    try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
      assertThat(service.isAlive()).isTrue();
    }
  }

  @Test
  void a_credential_of_the_tpm_opens_it_and_when_the_tpm_is_lost_the_recovery_kit_does()
      throws Exception {
    assumeTrue(has("systemd-creds") && has("swtpm"));
    List<String> shares;
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      try (Tpm tpm = Tpm.start(directory)) {
        // It has room for three objects, and nobody between it and systemd clears them away.
        changeMode(home, "tpm2", List.of(tpm.option(), "--tpm2-pcrs=7"));
        home.boot("unlock: {credential: wardbell-root}", "trial: true");
        try (ServiceProcess service =
            ServiceProcess.start(home, handedOver(home, List.of(tpm.option()))).awaitOpen()) {
          assertThat(service.isAlive()).isTrue();
          shares = KeysIT.kit(home);
        }
      }
      Path other = Files.createDirectory(directory.resolve("other"));
      try (Tpm another = Tpm.start(other)) {
        assertThat(decrypted(List.of(another.option())).exit).isNotZero();
      }

      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home)) {
        Outcome recovered =
            home.runWith(
                String.join("\n\n", shares.subList(0, 2)) + "\n",
                "key",
                "unlock",
                "--recovery",
                "--shares-file",
                "-");
        assertThat(recovered.exit()).as(recovered.err()).isZero();
        assertThat(service.status().flag("sealed")).isFalse();
        assertThat(
                home.runWith("nine green kites\n", "key", "mode", "hand", "--passphrase-file", "-")
                    .exit())
            .isZero();
      }
    }
  }

  /// What `key mode credential` says is to be done, on a running service.
  private void changeMode(TrialHome home, String withKey, List<String> further) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
      assertThat(service.isAlive()).isTrue();
      encrypt(made(home), withKey, further);
      Process use =
          home.program()
              .start(
                  directory.resolve("out"),
                  directory.resolve("err"),
                  home.arguments("key", "mode", "credential", "--use"));
      try (var in = use.getOutputStream()) {
        in.write(decrypted(further).octets);
      }
      assertThat(use.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(use.exitValue()).isZero();
    }
  }

  private byte[] made(TrialHome home) throws Exception {
    Path out = Files.createTempFile(directory, "made", null);
    Process make =
        home.program()
            .start(
                out,
                directory.resolve("err"),
                home.arguments("key", "mode", "credential", "--make"));
    assertThat(make.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(make.exitValue()).isZero();
    return Files.readAllBytes(out);
  }

  private void encrypt(byte[] credential, String withKey, List<String> further) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("systemd-creds", "--name=wardbell-root", "--with-key=" + withKey));
    words.addAll(further);
    words.addAll(List.of("encrypt", "-", sealed().toString()));
    Process process =
        new ProcessBuilder(words)
            .redirectError(directory.resolve("creds-errors").toFile())
            .redirectOutput(directory.resolve("creds-out").toFile())
            .start();
    try (var in = process.getOutputStream()) {
      in.write(credential);
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private void assertOpensBy(TrialHome home) throws Exception {
    home.boot("unlock: {credential: wardbell-root}", "trial: true");
    try (ServiceProcess service =
        ServiceProcess.start(home, handedOver(home, List.of())).awaitOpen()) {
      assertThat(service.isAlive()).isTrue();
    }
  }

  private static void assertPassphraseOpensNothing(TrialHome home) throws Exception {
    home.boot("trial: true");
    try (ServiceProcess service = ServiceProcess.start(home)) {
      Outcome refused =
          home.runWith(TrialHome.PASSPHRASE + "\n", "unlock", "--passphrase-file", "-");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(service.status().flag("sealed")).isTrue();
    }
  }

  /// What systemd does with `LoadCredentialEncrypted=` before it starts the service.
  private Program handedOver(TrialHome home, List<String> further) throws Exception {
    Path credentials = directory.resolve("credentials");
    if (Files.notExists(credentials)) {
      Files.createDirectory(
          credentials,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Decrypted read = decrypted(further);
    assertThat(read.exit).isZero();
    Files.write(credentials.resolve("wardbell-root"), read.octets);
    return home.program().behind("env", "CREDENTIALS_DIRECTORY=" + credentials);
  }

  /// What `systemd-creds decrypt` gave.
  private static final class Decrypted {
    private final int exit;
    private final byte[] octets;

    private Decrypted(int exit, byte[] octets) {
      this.exit = exit;
      this.octets = octets;
    }
  }

  private Decrypted decrypted(List<String> further) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("systemd-creds", "--name=wardbell-root"));
    words.addAll(further);
    words.addAll(List.of("decrypt", sealed().toString(), "-"));
    Process process =
        new ProcessBuilder(words).redirectError(directory.resolve("creds-errors").toFile()).start();
    byte[] octets = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Decrypted(process.exitValue(), octets);
  }

  private static boolean has(String program) {
    return List.of(System.getenv("PATH").split(":")).stream()
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
