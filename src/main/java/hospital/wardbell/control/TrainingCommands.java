package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.identity.Training.Learned;
import hospital.wardbell.identity.TrainingReport;
import hospital.wardbell.identity.TrainingReport.Person;
import hospital.wardbell.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/// Who is trained, from the command line.
public record TrainingCommands(TrainingReport report) {
  public Map<String, Command> commands() {
    return Map.of("training.report", this::all);
  }

  private JsonObject all(JsonObject request, Actor.Operator by) {
    return new JsonObject()
        .put("required", report.isRequired())
        .put("people", report.all(by, "cli").stream().map(TrainingCommands::shown).toList());
  }

  private static JsonObject shown(Person person) {
    return new JsonObject()
        .put("login", person.staff().login())
        .put("standing", AccountCommands.lower(person.standing()))
        .put("current", person.isCurrent())
        .put("sends_until", person.sendsUntil().map(Instant::toString))
        .put("lessons", person.learned().stream().map(TrainingCommands::shown).toList());
  }

  private static JsonObject shown(Learned learned) {
    return new JsonObject()
        .put("lesson", learned.topic().key())
        .put("state", AccountCommands.lower(learned.state()))
        .put("done_at", learned.done().map(done -> done.at().toString()))
        .put("ends_at", learned.ends().map(Instant::toString));
  }
}
