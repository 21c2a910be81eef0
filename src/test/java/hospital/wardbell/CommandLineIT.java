package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What scripts may rely on of the subcommands: words, JSON and exit codes.
class CommandLineIT {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;
  private static final int NOTHING_TO_DO = 3;
  private static final int TRY_LATER = 75;
  private static final int SEE_OTHER = 303;

  @TempDir private Path directory;

  @Test
  void what_is_typed_wrong_is_said_so_with_exit_code_2() throws Exception {
    Program program = Program.in(directory);

    for (List<String> words :
        List.of(
            List.<String>of(), List.of("texts"), List.of("token"), List.of("token", "create"))) {
      Outcome outcome = program.run("", words.toArray(String[]::new));

      assertThat(outcome.exit()).as("%s", words).isEqualTo(BAD_USAGE);
      assertThat(outcome.err()).contains("wardbell ").doesNotContain("\tat ");
      assertThat(outcome.out()).isEmpty();
    }
  }

  @Test
  void help_and_version_need_no_home() throws Exception {
    Program program = Program.in(directory);

    assertThat(program.run("", "unlock", "--help").out()).startsWith("Usage: wardbell unlock");
    Outcome version = program.run("", "version", "--json");
    assertThat(JsonObject.parse(version.out()).text("version")).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(version.exit()).isEqualTo(DONE);
  }

  @Test
  void accounts_and_tokens_are_made_listed_and_ended() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      assertThat(home.run("status").exit()).isEqualTo(TRY_LATER);
      try (Wiring wiring = home.open()) {
        wiring.identity().accounts().addTeam("Cardiology", new Actor.Wardbell("test"));
      }

      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        JsonObject status = JsonObject.parse(home.run("status", "--json").out());
        assertThat(status.flag("sealed")).isFalse();
        assertThat(status.text("console"))
            .isEqualTo("https://localhost:" + home.consolePort() + "/");
        assertThat(status.object("queue").orElseThrow().number("queued")).isZero();

        token(home);
        user(home);
        modem(home);
        queue(home);
        config(home);
        training(home);
        siem(home);
        alert(home);
        breakGlass(home);
      }
    }
  }

  private static void token(TrialHome home) throws Exception {
    assertThat(home.run("token", "list").exit()).isEqualTo(NOTHING_TO_DO);
    Outcome made = home.run("token", "create", "scheduling");
    assertThat(made.exit()).isEqualTo(DONE);
    assertThat(made.lines()).hasSize(1);

    Outcome listed = home.run("token", "list", "--json");
    JsonObject token = JsonObject.parse(listed.out());
    assertThat(token.text("name")).isEqualTo("scheduling");
    assertThat(token.texts("scopes")).containsExactly("send");
    assertThat(listed.out()).doesNotContain(made.out().strip());

    assertThat(home.run("token", "revoke", token.text("id")).exit()).isEqualTo(DONE);
    assertThat(home.run("token", "revoke", token.text("id")).exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("token", "revoke", "that one").exit()).isEqualTo(BAD_USAGE);
    assertThat(home.run("token", "create", "x", "--scope", "everything").exit())
        .isEqualTo(BAD_USAGE);
  }

  private static void modem(TrialHome home) throws Exception {
    JsonObject modem = JsonObject.parse(home.run("modem", "list", "--json").out());
    assertThat(modem.text("name")).isEqualTo("practice");
    assertThat(modem.flag("drained")).isFalse();
    assertThat(home.run("modem", "drain", "practice").exit()).isEqualTo(DONE);
    assertThat(home.run("modem", "drain", "practice").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(JsonObject.parse(home.run("modem", "list", "--json").out()).flag("drained"))
        .isTrue();
    assertThat(home.run("modem", "resume", "practice").exit()).isEqualTo(DONE);
    assertThat(home.run("modem", "signal", "practice").out()).startsWith("from ");
    assertThat(home.run("modem", "signal", "practice", "--days", "31").exit()).isEqualTo(BAD_USAGE);
    assertThat(home.run("modem", "storage", "practice").exit()).isEqualTo(DONE);
    assertThat(home.run("modem", "reset", "practice").exit()).isEqualTo(TRY_LATER);
    assertThat(home.run("modem", "test", "practice").exit()).isEqualTo(DONE);
    assertThat(home.run("modem", "trace", "practice").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("modem", "trace", "practice", "--start", "61").exit()).isEqualTo(BAD_USAGE);
    assertThat(home.run("modem", "trace", "practice", "--start", "1").exit()).isEqualTo(DONE);
    assertThat(home.run("modem", "trace", "practice", "--stop").exit()).isEqualTo(DONE);
    assertThat(home.run("sim", "balance", "practice").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("sim", "status", "practice").exit()).isEqualTo(DONE);
    for (List<String> words :
        List.of(
            List.of("modem", "signal", "none"),
            List.of("modem", "drain", "none"),
            List.of("modem", "resume", "none"),
            List.of("modem", "probe", "none"),
            List.of("modem", "trace", "none"),
            List.of("sim", "balance", "none"))) {
      Outcome refused = home.run(words.toArray(String[]::new));
      assertThat(refused.exit()).isEqualTo(BAD_USAGE);
      assertThat(refused.err()).contains("wardbell modem list");
    }
  }

  private static void queue(TrialHome home) throws Exception {
    assertThat(home.run("queue", "show").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("queue", "pause").exit()).isEqualTo(DONE);
    assertThat(home.run("queue", "pause").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("queue", "show").out()).contains("wardbell queue resume");
    assertThat(home.run("queue", "resume").exit()).isEqualTo(DONE);
    assertThat(home.run("queue", "resume").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("queue", "release").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("queue", "retry", "W-000000").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("queue", "cancel", "W-000000").exit()).isEqualTo(NOTHING_TO_DO);
  }

  private static void config(TrialHome home) throws Exception {
    assertThat(home.run("config", "list").out()).contains("line.per-minute").contains(" off");
    assertThat(home.run("config", "history", "line.per-minute").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("config", "set", "line.per-minute", "20+5").exit()).isEqualTo(DONE);
    assertThat(home.run("config", "set", "line.per-minute", "6", "--line", "practice").exit())
        .isEqualTo(DONE);
    assertThat(home.run("config", "history", "line.per-minute").out()).contains("20+5");
    assertThat(home.run("config", "list").out()).contains("line.per-minute of practice");
    for (List<String> words :
        List.of(
            List.of("config", "set", "line.per-minute", "many"),
            List.of("config", "set", "line.per-second", "1"),
            List.of("config", "set", "hospital.name", "Test", "--line", "practice"),
            List.of("config", "set", "line.per-minute", "1", "--line", "nothing"))) {
      assertThat(home.run(words.toArray(String[]::new)).exit()).isEqualTo(BAD_USAGE);
    }
  }

  private static void training(TrialHome home) throws Exception {
    assertThat(home.run("training", "report").out())
        .contains("config set training.required on", "texting-policy (never)")
        .doesNotContain("sends until");
    assertThat(home.run("config", "set", "training.months", "37").exit()).isEqualTo(BAD_USAGE);
    assertThat(home.run("config", "set", "training.required", "on").exit()).isEqualTo(DONE);
    assertThat(home.run("training", "report").out())
        .startsWith("Only who is trained sends")
        .contains("sends until");
    assertThat(home.run("training", "report", "--json").out().lines())
        .allSatisfy(line -> assertThat(JsonObject.parse(line).objects("lessons")).hasSize(4));
  }

  private static void siem(TrialHome home) throws Exception {
    String authority = home.directory().resolve("home/tls/authority.pem").toString();
    assertThat(home.run("siem", "list").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("siem", "add", "box", "tls://127.0.0.1:9", "--ca", authority).exit())
        .isEqualTo(DONE);
    Outcome tried = home.run("siem", "test", "box");
    assertThat(tried.exit()).isEqualTo(FAILED);
    assertThat(tried.err()).contains("Nothing was sent to box").contains("refused");
    assertThat(JsonObject.parse(home.run("siem", "list", "--json").out()).flag("connected"))
        .isFalse();
    for (List<String> words :
        List.of(
            List.of("siem", "add", "box", "tls://127.0.0.1:9", "--ca", authority),
            List.of("siem", "add", "other", "udp://127.0.0.1", "--ca", authority),
            List.of("siem", "add", "o t h", "tls://127.0.0.1", "--ca", authority),
            List.of("siem", "remove", "nobody"))) {
      assertThat(home.run(words.toArray(String[]::new)).exit())
          .as("%s", words)
          .isEqualTo(BAD_USAGE);
    }
    assertThat(home.run("siem", "remove", "box").exit()).isEqualTo(DONE);
  }

  private static void breakGlass(TrialHome home) throws Exception {
    assertThat(home.run("admin", "break-glass").exit()).isEqualTo(NOTHING_TO_DO);
    try (ConsoleClient kim = ConsoleClient.of(home)) {
      var known = kim.signIn("kim.s", "Kim S., RN", "nurse", InstantSource.system());
      Map<String, String> fields = new HashMap<>();
      fields.put("csrf", field(kim, "/step-up?next=/break-glass", "name=\"csrf\" value"));
      fields.put("next", "/break-glass");
      fields.put("password", known.password());
      fields.put("code", known.app().code());
      assertThat(kim.post("/step-up", fields).statusCode()).isEqualTo(SEE_OTHER);
      fields.put("team", field(kim, "/break-glass", "option value"));
      fields.put("why", "EMERGENCY");
      fields.put("reason", "Nobody of theirs is here");
      assertThat(kim.post("/break-glass", fields).statusCode()).isEqualTo(SEE_OTHER);
    }
    Outcome listed = home.run("admin", "break-glass");
    assertThat(listed.exit()).isEqualTo(DONE);
    assertThat(listed.out()).contains("kim.s", "Cardiology", "emergency", "review due");
    JsonObject use = JsonObject.parse(home.run("admin", "break-glass", "--json").out());
    assertThat(use.text("review")).isEqualTo("due");
    assertThat(use.write()).doesNotContain("Nobody of theirs");
  }

  /// What stands in the page behind `before`.
  private static String field(ConsoleClient client, String path, String before) throws Exception {
    Matcher found = Pattern.compile(before + "=\"([^\"]+)\"").matcher(client.get(path).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static void alert(TrialHome home) throws Exception {
    assertThat(home.run("alert", "list").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(home.run("alert", "mail", "show").exit()).isEqualTo(NOTHING_TO_DO);
    assertThat(
            home.run("alert", "mail", "set", "starttls://127.0.0.1:9", "--from", "w@h.example")
                .exit())
        .isEqualTo(DONE);
    assertThat(home.run("alert", "mail", "show").out())
        .startsWith("starttls://127.0.0.1:9 from w@h.example");
    assertThat(home.run("alert", "reach", "dana", "--email", "dana@h.example").exit())
        .isEqualTo(DONE);
    assertThat(home.run("alert", "test", "dana").out()).startsWith("Raised as W-");
    Until.so(
        "it is told that no mail server answers",
        Duration.ofSeconds(20),
        () -> home.run("alert", "list").out().contains("nobody answers there"));
    for (List<String> words :
        List.of(
            List.of("alert", "test", "nobody"),
            List.of("alert", "reach", "dana", "--email", "at home"),
            List.of("alert", "mail", "set", "tls://h", "--from", "nobody"))) {
      assertThat(home.run(words.toArray(String[]::new)).exit())
          .as("%s", words)
          .isEqualTo(BAD_USAGE);
    }
    assertThat(home.run("alert", "mail", "off").exit()).isEqualTo(DONE);
  }

  private static void user(TrialHome home) throws Exception {
    Outcome made =
        home.run("user", "add", "dana", "--name", "Dana R., RN", "--role", "nurse", "--json");
    assertThat(made.exit()).isEqualTo(DONE);
    assertThat(JsonObject.parse(made.out()).names())
        .containsExactlyInAnyOrder("id", "login", "password", "otpauth", "ok");

    Outcome again = home.run("user", "add", "dana", "--name", "Dana", "--role", "nurse");
    assertThat(again.exit()).isEqualTo(BAD_USAGE);
    assertThat(again.err()).startsWith("wardbell: ").hasLineCount(1);
    Outcome unknown = home.run("user", "add", "lee", "--name", "Lee", "--role", "wizard");
    assertThat(unknown.exit()).isEqualTo(BAD_USAGE);
    assertThat(unknown.err()).contains("\"wizard\" is none of").hasLineCount(1);
    Outcome reset = home.run("user", "reset-mfa", "dana", "--json");
    assertThat(reset.exit()).isEqualTo(DONE);
    assertThat(JsonObject.parse(reset.out()).text("code")).matches("[0-9a-z]{4}(-[0-9a-z]{4}){6}");
    assertThat(home.run("user", "reset-mfa", "nobody").exit()).isEqualTo(BAD_USAGE);
    invited(home);
  }

  private static void invited(TrialHome home) throws Exception {
    Outcome made = home.run("user", "invite", "kim", "--name", "Kim S.", "--role", "it", "--json");
    assertThat(JsonObject.parse(made.out()).text("link"))
        .matches("https://localhost:\\d+/welcome#([0-9a-z]{4}-){6}[0-9a-z]{4}");
    assertThat(home.run("user", "reset", "kim").out()).contains("/welcome#", "kim alone");
    assertThat(home.run("user", "list").out())
        .contains("kim", "invited", "Fewer than two people with the role it");
    assertThat(home.run("user", "disable", "kim").exit()).isEqualTo(DONE);
    assertThat(home.run("user", "list").out()).contains("disabled");
    assertThat(home.run("user", "enable", "kim").exit()).isEqualTo(DONE);
    Outcome nobody = home.run("user", "disable", "nobody");
    assertThat(nobody.exit()).isEqualTo(BAD_USAGE);
    assertThat(nobody.err()).startsWith("wardbell: ").hasLineCount(1);
  }
}
