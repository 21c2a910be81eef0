package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that opens a sealed service.
class SealedPageIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final String WRONG = "seven purple wagons at noon";

  @TempDir private Path directory;

  @Test
  void the_right_passphrase_opens_it_and_the_text_that_waited_on_the_sim_is_received()
      throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp();
        VirtualModem modem =
            VirtualModem.start(
                ModemOptions.of(Timing.none()).linked(home.modem()),
                People.silent(),
                Journal.inMemory())) {
      home.boot("modems: [{name: practice, line: modem}]", "trial: true");
      try (ServiceProcess service = ServiceProcess.start(home);
          ConsoleClient console = ConsoleClient.of(home)) {
        modem.text(Traffic.PATIENTS.getFirst(), "Is anybody there?");
        assertThat(console.get("/").body())
            .contains("Wardbell is locked", "action=\"/unlock\"")
            .doesNotContain("/unlock/kit");

        HttpResponse<String> opened = passphrase(console, TrialHome.PASSPHRASE);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).contains("/");
        awaitSignIn(console);

        service.awaitModem();
        try (ApiClient api = ApiClient.of(home)) {
          Until.so(
              "the text that waited is shown",
              PATIENCE,
              () ->
                  api.all("received").values().stream()
                      .anyMatch(message -> message.text("text").equals("Is anybody there?")));
        }
        assertThat(service.journal()).doesNotContain(TrialHome.PASSPHRASE, "purple");
      }
      assertIsOnRecord(home, "passphrase");
    }
  }

  private static HttpResponse<String> passphrase(ConsoleClient console, String typed)
      throws Exception {
    return console.post("/unlock", Map.of("passphrase", typed));
  }

  /// The page says that it opens, and ends at the sign-in.
  private static void awaitSignIn(ConsoleClient console) throws Exception {
    Until.so(
        "the sign-in is shown",
        PATIENCE,
        () -> {
          HttpResponse<String> page = console.get("/");
          if (page.statusCode() == 503) {
            assertThat(page.body()).contains("data-opening", "Opening");
          }
          return page.statusCode() == 303
              && page.headers().firstValue("Location").equals(Optional.of("/sign-in"));
        });
  }

  private static void assertIsOnRecord(TrialHome home, String how) {
    try (Wiring open = home.open()) {
      List<String> unlocked =
          open.store()
              .read(sql ->
                  sql.list(
                      "select entry from audit_entry where entry like '%key.unlocked%'",
                      row -> row.text("entry")));
      assertThat(unlocked)
          .anyMatch(entry ->
              entry.contains("unlock-page") && entry.contains("127.0.0.1") && entry.contains(how));
    }
  }

  @Test
  void wrong_passphrases_are_refused_counted_and_slowed_and_forms_of_others_are_not_read()
      throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home);
          ConsoleClient console = ConsoleClient.of(home)) {
        HttpResponse<String> wrong = passphrase(console, WRONG);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That does not open it.").doesNotContain(WRONG);
        Until.so(
            "a try comes too soon",
            PATIENCE,
            () -> passphrase(console, WRONG).body().contains("Too many tries. Wait "));

        long tries = service.status().number("wrong_unlocks");
        assertThat(tries).isPositive();
        assertThat(foreign(home).statusCode()).isEqualTo(403);
        assertThat(service.status().number("wrong_unlocks")).isEqualTo(tries);

        Until.so(
            "the wait is over",
            PATIENCE.multipliedBy(2),
            () -> passphrase(console, TrialHome.PASSPHRASE).statusCode() == 303);
        awaitSignIn(console);
      }
    }
  }

  /// What a page of another site would send.
  private static HttpResponse<String> foreign(TrialHome home) throws Exception {
    try (var http = Https.client(home).build()) {
      return http.send(
          HttpRequest.newBuilder(Https.address(home, "/unlock"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "cross-site")
              .POST(BodyPublishers.ofString("passphrase=guess"))
              .build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void shares_of_the_recovery_kit_open_it_and_a_mistyped_word_is_pointed_at() throws Exception {
    try (TrialHome home = TrialHome.in(directory).setUp()) {
      List<String> shares;
      try (ServiceProcess service = ServiceProcess.start(home).awaitOpen()) {
        assertThat(service.isAlive()).isTrue();
        shares = KeysIT.kit(home);
      }
      home.boot("trial: true");
      try (ServiceProcess service = ServiceProcess.start(home);
          ConsoleClient console = ConsoleClient.of(home)) {
        assertThat(service.isAlive()).isTrue();
        assertThat(console.get("/").body()).contains("/unlock/kit");
        assertThat(console.get("/unlock/kit").body())
            .contains("name=\"share1\"", "name=\"share2\"")
            .doesNotContain("name=\"share3\"");

        String wrong = shares.get(2).replaceFirst("\\p{L}+", "battery");
        HttpResponse<String> mistyped = kit(console, shares.getFirst(), wrong);
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body())
            .contains("Share 2: word 1 is not one of the list")
            .doesNotContain("battery");

        assertThat(kit(console, shares.getFirst(), shares.get(2)).statusCode()).isEqualTo(303);
        awaitSignIn(console);
      }
      assertIsOnRecord(home, "recovery-kit");
    }
  }

  private static HttpResponse<String> kit(ConsoleClient console, String one, String other)
      throws Exception {
    return console.post("/unlock/kit", Map.of("share1", one, "share2", other));
  }
}
