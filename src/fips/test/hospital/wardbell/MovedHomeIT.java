package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A home that the usual build's own program has made, moved to the build with the validated
/// module: what is said to whom until everybody can sign in again.
class MovedHomeIT {
  private static final Path USUAL = Path.of("target", "wardbell.jar").toAbsolutePath();
  private static final String SET_HERE = "nine green kites over the bay";

  @TempDir private Path directory;

  /// What the usual build has printed.
  private record Printed(List<String> shares, String password, Authenticator app) {}

  @BeforeEach
  void begin() {
    assumeTrue(Files.exists(USUAL), "the usual build is packaged, as appliance/verify --fips does");
  }

  private Program usual() {
    return Program.in(directory).of(USUAL + ":" + USUAL.resolveSibling("lib") + "/*");
  }

  private Printed made(TrialHome home) throws Exception {
    Outcome setUp =
        usual().run("", home.arguments("setup", "--hospital", "Practice Hospital"));
    assertThat(setUp.exit()).as(setUp.err()).isZero();
    try (ServiceProcess service = ServiceProcess.start(home, usual()).awaitOpen()) {
      assertThat(service.status().text("cryptography")).contains("not validated");
      JsonObject lena =
          home.ask(
              "user.add",
              new JsonObject()
                  .put("login", "lena")
                  .put("name", "Lena Example")
                  .put("roles", List.of("lead")));
      return new Printed(
          KeysIT.kit(home), lena.text("password"), new Authenticator(lena.text("otpauth")));
    }
  }

  @Test
  void it_says_what_is_to_be_done_until_everybody_can_sign_in() throws Exception {
    try (TrialHome home = TrialHome.in(directory)) {
      Printed printed = made(home);

      assertThatItDoesNotStartByThePassphrase(home);
      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home);
          ConsoleClient console = ConsoleClient.of(home)) {
        assertThatThePassphraseIsNotAskedFor(home, console);
        Outcome opened =
            home.runWith(
                String.join("\n\n", printed.shares().subList(0, 2)) + "\n",
                "unlock",
                "--recovery",
                "--shares-file",
                "-");
        assertThat(opened.exit()).as(opened.err()).isZero();
        assertThat(opened.out()).contains("1 cannot sign in", "wardbell user password LOGIN");
        assertThat(service.journal()).contains("1 cannot sign in");

        assertThatNobodyLearnsWhoseItIs(console, printed);
        String given = given(home);
        console.enter("lena", given, printed.app());
        assertThat(console.get("/inbox").body()).contains("Lena Example");
        assertThat(home.run("audit", "verify").exit()).isZero();
        assertThat(
                home.runWith(SET_HERE + "\n", "key", "mode", "hand", "--passphrase-file", "-")
                    .exit())
            .isZero();
      }
      assertThatThePassphraseSetHereOpensIt(home);
    }
  }

  private static void assertThatItDoesNotStartByThePassphrase(TrialHome home) throws Exception {
    byte[] keyring = Files.readAllBytes(home.home().keyring());

    ServiceProcess refused = ServiceProcess.launch(home, home.program());

    assertThat(refused.end()).isEqualTo(1);
    assertThat(refused.journal())
        .contains("was set by Wardbell's usual build")
        .contains("leave the block \"unlock\" out of the boot file")
        .contains("wardbell unlock --recovery, then wardbell key mode hand")
        .contains("Without a kit: start the usual build once more");
    assertThat(home.home().keyring()).hasBinaryContent(keyring);
  }

  private static void assertThatThePassphraseIsNotAskedFor(TrialHome home, ConsoleClient console)
      throws Exception {
    assertThat(console.get("/").body())
        .contains("was set by the usual build of Wardbell", "wardbell key mode hand")
        .contains("href=\"/unlock/kit\"")
        .doesNotContain("name=\"passphrase\"");
    assertThat(spanish(home)).contains("se fijó con la versión habitual de Wardbell");
    Outcome typed =
        home.runWith(TrialHome.PASSPHRASE + "\n", "unlock", "--passphrase-file", "-");
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).contains("was set by Wardbell's usual build");
  }

  private static String spanish(TrialHome home) throws Exception {
    try (var http = Https.client(home).build()) {
      return http.send(
              HttpRequest.newBuilder(Https.address(home, "/"))
                  .header("Accept-Language", "es")
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }

  /// The sign-in page says the same to all: before, after a known login and after one that is none.
  private static void assertThatNobodyLearnsWhoseItIs(ConsoleClient console, Printed printed)
      throws Exception {
    assertThat(console.get("/sign-in").body())
        .contains("a password from before that does not work here");

    HttpResponse<String> known = signIn(console, "lena", printed.password());
    HttpResponse<String> unknown = signIn(console, "nobody", printed.password());

    assertThat(known.statusCode()).isEqualTo(422).isEqualTo(unknown.statusCode());
    assertThat(known.body())
        .contains("That did not work.", "a password from before that does not work here")
        .isEqualTo(unknown.body());
  }

  private static HttpResponse<String> signIn(ConsoleClient console, String login, String password)
      throws Exception {
    return console.post("/sign-in", Map.of("login", login, "password", password));
  }

  private static String given(TrialHome home) throws Exception {
    assertThat(home.run("status").out()).contains("Accounts: 1 cannot sign in");
    assertThat(home.run("user", "list").out())
        .containsPattern("lena +lead +cannot sign in.*wardbell user password lena");

    Outcome given = home.run("user", "password", "lena", "--json");

    assertThat(given.exit()).as(given.err()).isZero();
    assertThat(home.run("status").out()).doesNotContain("cannot sign in");
    assertThat(home.run("user", "list").out()).doesNotContain("cannot sign in");
    return JsonObject.parse(given.out()).text("password");
  }

  private static void assertThatThePassphraseSetHereOpensIt(TrialHome home) throws Exception {
    try (ServiceProcess service = ServiceProcess.start(home);
        ConsoleClient console = ConsoleClient.of(home)) {
      assertThat(console.get("/").body()).contains("name=\"passphrase\"");
      Outcome opened = home.runWith(SET_HERE + "\n", "unlock", "--passphrase-file", "-");
      assertThat(opened.out()).isEqualToIgnoringNewLines("Open.");
      assertThat(service.status().flag("sealed")).isFalse();
      assertThat(console.get("/sign-in").body()).doesNotContain("a password from before");
    }
  }
}
