package hospital.wardbell;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// The whole product beside its queue: self-tests, which the practice network brings back, and
/// calls.
class RoundsIT {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final PhoneNumber CALLER = new PhoneNumber("+12025550123");

  private final List<String> heard = new CopyOnWriteArrayList<>();

  @Test
  void a_self_test_that_is_lost_is_shown_until_the_next_comes_back() throws Exception {
    try (RunningHome home =
        RunningHome.start(
            Timing.none(),
            People.silent(),
            furnishing -> {
              furnishing.set(Settings.Key.SELF_TEST_HOUR, "0");
              furnishing.selfTestOut("practice", Duration.ofDays(2));
            })) {
      Until.so("the self-test is back", SOON, () -> back(home) && trouble(home).isEmpty());

      assertThat(home.modem().journal().entries(JournalEntry.Submitted.class))
          .singleElement()
          .extracting(JournalEntry.Submitted::text, as(STRING))
          .startsWith("Wardbell self-test W-");
    }
  }

  @Test
  void a_test_that_somebody_asks_for_comes_back_in_a_trial_home() throws Exception {
    try (RunningHome home = RunningHome.start(Timing.none(), People.silent(), _ -> {})) {
      Until.so("the modem can send", SOON, () -> modem(home).flag("may_send"));

      home.ask(command("modem.test"));

      Until.so("the self-test is back", SOON, () -> back(home));
    }
  }

  @Test
  void a_self_test_that_does_not_come_back_is_told_with_what_to_do() throws Exception {
    try (RunningHome home =
        RunningHome.start(
            Timing.none(),
            People.silent(),
            furnishing -> furnishing.selfTestOut("practice", Duration.ofMinutes(11)))) {
      Until.so(
          "the loss is told",
          SOON,
          () -> trouble(home).filter(t -> t.startsWith("a text that this modem sent")).isPresent());
    }
  }

  @Test
  void who_calls_is_rejected_and_texted() throws Exception {
    try (RunningHome home =
        RunningHome.start(
            Timing.none(),
            this::hear,
            furnishing -> furnishing.set(Settings.Key.ANSWER_CALLS, "on"))) {
      home.modem()
          .journal()
          .await(JournalEntry.Command.class, 1, c -> c.name().equals("+CLIP"), SOON);

      home.modem().call(Optional.of(CALLER), Duration.ofMillis(300));
      Until.so("the caller is texted", SOON, () -> !heard.isEmpty());

      assertThat(heard).singleElement().asString().contains("To talk to us call 202-555-0100");
    }
  }

  private int hear(SubmitTpdu submit, People.Post post) {
    heard.add(submit.userData().text(submit.coding()));
    return People.RECEIVED;
  }

  private static boolean back(RunningHome home) {
    return home.ask(command("sim.status")).maybeText("self_test_back").isPresent();
  }

  private static JsonObject command(String name) {
    return new JsonObject().put("command", name).put("name", "practice");
  }

  private static Optional<String> trouble(RunningHome home) {
    return modem(home).maybeText("trouble");
  }

  private static JsonObject modem(RunningHome home) {
    return home.ask(new JsonObject().put("command", "status")).objects("modems").getFirst();
  }
}
