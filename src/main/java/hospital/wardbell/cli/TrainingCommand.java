package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "training",
    description = "Who has done the lessons that come before texting.",
    synopsisSubcommandLabel = "COMMAND")
final class TrainingCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "report",
      description = "Lists everybody with the lessons that are due, and until when they may send.")
  int report() {
    JsonObject answer = top.caller().ask("training.report");
    PrintWriter out = spec.commandLine().getOut();
    List<JsonObject> people = answer.objects("people");
    if (top.json()) {
      people.forEach(person -> out.println(person.write()));
      return people.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }
    out.println(
        answer.flag("required")
            ? "Only who is trained sends, after two weeks' grace."
            : "Everybody sends, trained or not: wardbell config set training.required on");
    people.forEach(person -> out.println(line(person)));
    return people.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
  }

  private static String line(JsonObject person) {
    String due =
        person.objects("lessons").stream()
            .filter(lesson -> !List.of("current", "ending").contains(lesson.text("state")))
            .map(lesson -> lesson.text("lesson") + " (" + lesson.text("state") + ")")
            .collect(Collectors.joining(", "));
    return "%-20s %-8s %s%s"
        .formatted(
            person.text("login"),
            person.flag("current") ? "current" : "due",
            due,
            person.maybeText("sends_until").map(until -> "  sends until " + until).orElse(""));
  }
}
