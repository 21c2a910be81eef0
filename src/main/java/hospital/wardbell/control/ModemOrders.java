package hospital.wardbell.control;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.modem.Errand;
import hospital.wardbell.modem.ErrandOutcome;
import hospital.wardbell.modem.Modem;
import hospital.wardbell.modem.Trace;
import hospital.wardbell.outbox.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What one modem is asked or told from the command line. What is told to it is recorded.
public record ModemOrders(List<Modem> modems, Rounds rounds, Audit audit) {
  private static final int MOST_MINUTES = (int) Trace.LONGEST.toMinutes();

  public Map<String, Command> commands() {
    return Map.ofEntries(
        Map.entry("modem.probe", (request, by) -> anew(request, by, false)),
        Map.entry("modem.reset", (request, by) -> anew(request, by, true)),
        Map.entry("modem.profile", (request, _) -> profile(request)),
        Map.entry("modem.test", this::test),
        Map.entry("modem.trace.start", this::startTrace),
        Map.entry("modem.trace.stop", this::stopTrace),
        Map.entry("modem.trace", (request, _) -> trace(request)),
        Map.entry("sim.status", (request, _) -> sim(request)),
        Map.entry("sim.balance", (request, _) -> balance(request)));
  }

  private JsonObject anew(JsonObject request, Actor.Operator by, boolean restart) {
    Modem modem = named(request);
    record(modem, by, restart ? "modem.reset" : "modem.probe");
    return told(modem.run(new Errand.Anew(restart)).join());
  }

  private JsonObject profile(JsonObject request) {
    Modem modem = named(request);
    JsonObject told = told(modem.run(new Errand.Equipment()).join());
    return told.put("profile", modem.profile());
  }

  private JsonObject test(JsonObject request, Actor.Operator by) {
    Modem modem = named(request);
    record(modem, by, "modem.test");
    boolean _ = rounds.testSoon(modem.name());
    return new JsonObject();
  }

  private JsonObject startTrace(JsonObject request, Actor.Operator by) {
    Modem modem = named(request);
    long minutes = request.number("minutes");
    if (minutes < 1 || minutes > MOST_MINUTES) {
      throw new Refusal(2, "A trace runs for 1 to 60 minutes.");
    }
    record(modem, by, "modem.trace");
    modem.trace().start(Duration.ofMinutes(minutes));
    return new JsonObject();
  }

  private JsonObject stopTrace(JsonObject request, Actor.Operator by) {
    Modem modem = named(request);
    record(modem, by, "modem.trace-end");
    modem.trace().stop();
    return new JsonObject();
  }

  private JsonObject trace(JsonObject request) {
    Trace trace = named(request).trace();
    return new JsonObject()
        .put("on", trace.isOn())
        .put(
            "lines",
            trace.lines().stream()
                .map(line ->
                    new JsonObject()
                        .put("at", line.at().toString())
                        .put("ours", line.ours())
                        .put("text", line.text()))
                .toList());
  }

  private JsonObject sim(JsonObject request) {
    Modem modem = named(request);
    JsonObject sim = new JsonObject();
    rounds
        .selfTest(modem.name())
        .ifPresent(test ->
            sim.put("self_test_sent", test.sent().toString())
                .put("self_test_back", test.back().map(String::valueOf)));
    return sim.put("self_test_lost", rounds.isLost(modem.name()))
        .put("knows_its_number", knows(modem));
  }

  private static boolean knows(Modem modem) {
    return modem.run(new Errand.OwnNumber()).join() instanceof ErrandOutcome.Told;
  }

  private JsonObject balance(JsonObject request) {
    return rounds
        .balance(named(request).name())
        .map(
            last -> new JsonObject().put("words", last.words()).put("told", last.told().toString()))
        .orElseThrow(() ->
            new Refusal(
                3,
                "No balance was told yet. Set the code to ask with: wardbell config set"
                    + " modem.balance-code CODE"));
  }

  private static JsonObject told(ErrandOutcome outcome) {
    return switch (outcome) {
      case ErrandOutcome.Told(String text) -> new JsonObject().put("told", text);
      case ErrandOutcome.Untold(String why) -> throw new Refusal(75, "Not now: " + why);
    };
  }

  private void record(Modem modem, Actor.Operator by, String act) {
    audit.record(Entry.of(by, act).from("cli").because(modem.name()));
  }

  private Modem named(JsonObject request) {
    String name = request.text("name");
    return modems.stream()
        .filter(modem -> modem.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(2, "No modem of the boot file is called that. Try: wardbell modem list"));
  }
}
