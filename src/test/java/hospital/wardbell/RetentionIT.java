package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Program.Outcome;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What has passed its time is erased at the command line of a real service, and a restore from
/// before does not bring it back.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RetentionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550147");
  private static final Actor BY = new Actor.Wardbell("test");

  @TempDir private Path directory;

  /// Somebody who may sign in at the command line.
  private record Officer(String login, String password, Authenticator app) {
    static Officer in(TrialHome home, String login) {
      JsonObject made =
          home.ask(
              "user.add",
              new JsonObject()
                  .put("login", login)
                  .put("name", "Officer " + login)
                  .put("roles", List.of("privacy")));
      return new Officer(login, made.text("password"), new Authenticator(made.text("otpauth")));
    }

    Outcome does(TrialHome home, String... words) throws Exception {
      List<String> all = new ArrayList<>(List.of("retention"));
      all.addAll(List.of(words));
      all.addAll(List.of("--as", login, "--password-file", "-", "--code", app.code()));
      return home.runWith(password + "\n", all.toArray(String[]::new));
    }
  }

  /// A text of long ago.
  private static Id furnish(TrialHome home) {
    try (Wiring wiring = home.open()) {
      Id _ =
          wiring
              .patients()
              .add(
                  wiring.identity().accounts().frontDesk(),
                  "Ottoline Vandersloot",
                  NUMBER,
                  "en",
                  BY);
      return wiring
          .store()
          .write(tx -> {
            Id conversation = wiring.conversations().receiving(tx, NUMBER);
            wiring
                .conversations()
                .receive(
                    tx,
                    conversation,
                    new Message.Received(
                        Id.random(), Instant.EPOCH, ReceivedKind.TEXT, "my biopsy hurts", 0));
            tx.update("update patient set made_at = 0");
            return conversation;
          });
    }
  }

  private static HttpResponse<String> page(TrialHome home, String login, Id conversation)
      throws Exception {
    try (ConsoleClient console = ConsoleClient.of(home)) {
      console.signInAsLead(login, "Lead " + login, InstantSource.system());
      return console.get("/conversations/" + conversation);
    }
  }

  @Test
  void two_officers_erase_what_is_over_and_a_backup_from_before_does_not_bring_it_back()
      throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      Id conversation = furnish(home);
      Path backup;
      try (ServiceProcess _ = ServiceProcess.start(home).awaitOpen()) {
        assertThat(page(home, "lee", conversation).body()).contains("my biopsy hurts");
        String name = home.ask("backup.run", new JsonObject()).text("backup");
        backup = home.home().directory().resolve("backups").resolve(name);
        erase(home);
        HttpResponse<String> erased = page(home, "lou", conversation);
        assertThat(erased.statusCode()).isEqualTo(410);
        assertThat(erased.body()).contains("This conversation was erased");
      }
      assertThat(home.run("restore", backup.toString()).exit()).isZero();
      isGone(home);
      try (ServiceProcess _ = ServiceProcess.start(home).awaitOpen()) {
        HttpResponse<String> erased = page(home, "lin", conversation);
        assertThat(erased.statusCode()).isEqualTo(410);
        assertThat(home.run("audit", "tail", "-n", "50").out())
            .contains("\"act\":\"retention.erased-again\"", "\"reason\":\"2 keys\"");
      }
    }
  }

  private static void erase(TrialHome home) throws Exception {
    Officer pat = Officer.in(home, "pat");
    Officer quinn = Officer.in(home, "quinn");
    assertThat(home.run("retention", "policy").out())
        .contains("state not set, longest rule, adults 30 years", "Take care: NO_STATE");
    assertThat(home.run("config", "set", "retention.state", "AZ").exit()).isZero();
    assertThat(home.run("retention", "list").exit()).isEqualTo(3);

    String id = JsonObject.parse(home.run("retention", "propose", "--json").out()).text("id");

    assertThat(home.run("retention", "propose").exit()).isEqualTo(1);
    assertThat(home.run("retention", "certificate", id).exit()).isEqualTo(3);
    assertThat(home.run("retention", "list", id).out())
        .contains("conversation", "patient", "kept until 1993-12-31", "listed")
        .doesNotContain("Vandersloot", "555");
    assertThat(quinn.does(home, "approve", id).exit()).as("not looked through").isEqualTo(1);
    assertThat(pat.does(home, "review", id).exit()).isZero();
    Outcome self = pat.does(home, "approve", id);
    assertThat(self.exit()).isEqualTo(1);
    assertThat(self.err()).contains("cannot approve it");
    assertThat(quinn.does(home, "approve", id).exit()).isZero();
    Until.so(
        "it is carried out",
        PATIENCE,
        () ->
            home.ask("retention.list", new JsonObject().put("id", id))
                .text("state")
                .equals("done"));
    Until.so(
        "its entry is signed",
        PATIENCE,
        () -> home.ask("retention.certificate", new JsonObject().put("id", id)).has("leaf"));
    looksRight(home, id);
    assertThat(home.run("retention", "certificate", id).out())
        .contains("erased_conversations   1", "erased_patients        1", "wardbell audit prove")
        .contains("cryptographic erase, NIST SP 800-88r2");
  }

  private static void looksRight(TrialHome home, String id) throws Exception {
    try (ConsoleClient officer = ConsoleClient.of(home)) {
      var _ = officer.signIn("robin", "Robin R.", "privacy", InstantSource.system());
      String proposal = "/retention/proposals/" + id;

      assertThat(officer.get("/retention").body()).contains("until the age of 24", "Carried out");
      assertThat(officer.get(proposal).body()).contains("Officer pat", "Officer quinn", "erased");
      assertThat(officer.get(proposal + "/certificate").body())
          .contains("1 conversation, 1 patient, 0 days", "wardbell audit prove")
          .doesNotContain("Vandersloot");
      assertThat(officer.get("/deleted").body()).contains("Nothing has been deleted.");
      assertThat(officer.get("/inbox").statusCode()).isEqualTo(403);
    }
    try (ConsoleClient lead = ConsoleClient.of(home)) {
      lead.signInAsLead("lux", "Lead lux", InstantSource.system());
      assertThat(lead.get("/retention").statusCode()).isEqualTo(403);
      assertThat(lead.get("/deleted").statusCode()).isEqualTo(403);
    }
  }

  private static void isGone(TrialHome home) {
    try (Wiring wiring = home.open()) {
      long keys =
          wiring
              .store()
              .read(sql ->
                  sql.number(
                      """
                      select count(*) from dek
                      where subject in ('CONVERSATION', 'PATIENT') and wrapped is not null
                      """));
      assertThat(keys).isZero();
    }
  }
}
