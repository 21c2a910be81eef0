package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.PracticePatient;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Texts a practice patient and prints what happens as it happens, until the patient has answered.
final class TrialTalk {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final String TEXT =
      "Wardbell trial: your visit is on Tuesday at 10:30. Reply C to confirm."
          + " Questions? Call 202-555-0100. Reply STOP to end texts.";

  private final Caller caller;
  private final PrintWriter out;
  private final Set<String> printed = new HashSet<>();

  TrialTalk(Caller caller, PrintWriter out) {
    this.caller = caller;
    this.out = out;
  }

  /// @return [Wardbell#DONE] once the answer is there, [Wardbell#FAILED] if none comes in a minute
  int with(PracticePatient patient) throws InterruptedException {
    Instant begun = Instant.now();
    String number = patient.number().e164();
    JsonObject sent =
        caller.ask("trial.text", new JsonObject().put("number", number).put("text", TEXT));
    out.printf("To %s: %s%n", patient.name(), TEXT);
    boolean answered =
        Waiting.until(ANSWER, () -> answer(number, begun, sent.text("message"))).isPresent();
    if (!answered) {
      out.println("No answer came within a minute. Look at: appliance/wardbell status");
    }
    out.flush();
    return answered ? Wardbell.DONE : Wardbell.FAILED;
  }

  private Optional<String> answer(String number, Instant begun, String ours) {
    List<JsonObject> messages =
        caller
            .ask(
                "trial.messages",
                new JsonObject().put("number", number).put("since", begun.toString()))
            .objects("messages");
    Optional<String> answer = Optional.empty();
    for (JsonObject message : messages) {
      if (message.flag("received")) {
        answer = Optional.of(message.text("text"));
      } else if (message.text("id").equals(ours) && printed.add(message.text("state"))) {
        out.printf("   %s %s%n", message.text("reference"), message.text("state"));
        out.flush();
      }
    }
    answer.ifPresent(text -> out.printf("Answer: %s%n", text));
    return answer;
  }
}
