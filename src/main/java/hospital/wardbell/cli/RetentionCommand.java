package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "retention",
    description = "How long records are kept, legal holds, and erasing what has passed its time.",
    subcommands = {RetentionCommand.Listing.class, RetentionCommand.Certificate.class},
    synopsisSubcommandLabel = "COMMAND")
final class RetentionCommand {
  private static final String PROPOSAL = "As retention list has it.";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "policy", description = "Shows the figures that hold, and what to know of them.")
  int policy() {
    return ask("retention.policy", new JsonObject(), RetentionCommand::words);
  }

  private static String words(JsonObject policy) {
    StringBuilder text =
        new StringBuilder(
            "Version %d: %s".formatted(policy.number("version"), policy.text("words")));
    text.append(
        "\nProofs of consent and the audit record are not erased (at least %d years)."
            .formatted(policy.number("proof_years")));
    policy.texts("warnings").forEach(warning -> text.append("\nTake care: ").append(warning));
    return text.append(
            "\nSet by: wardbell config set retention.state|adult-years|minor-age|raw-years|checked")
        .toString();
  }

  @Command(
      name = "propose",
      description = "Looks for what has passed its time and proposes to erase it.")
  int propose() {
    return ask(
        "retention.propose",
        new JsonObject(),
        made ->
            "Proposed %d records: %s%nTwo persons have to stand for it: retention review, retention approve."
                .formatted(made.number("subjects"), made.text("id")));
  }

  @Command(name = "review", description = "A privacy officer has looked a proposal through.")
  int review(
      @Parameters(paramLabel = "PROPOSAL", description = PROPOSAL) String id,
      @Mixin PersonOptions person) {
    return ask(
        "retention.review", person.in(new JsonObject().put("id", id)), _ -> "Looked through.");
  }

  @Command(
      name = "approve",
      description = "Another privacy officer approves; what is listed is erased then.")
  int approve(
      @Parameters(paramLabel = "PROPOSAL", description = PROPOSAL) String id,
      @Mixin PersonOptions person) {
    return ask(
        "retention.approve",
        person.in(new JsonObject().put("id", id)),
        _ -> "Approved. It is being carried out: retention list " + id);
  }

  @Command(name = "run", description = "Goes on at once with what is approved.")
  int run() {
    return ask("retention.run", new JsonObject(), _ -> "It goes on.");
  }

  @Command(name = "hold", description = "Puts a legal hold on a conversation or a patient.")
  int hold(
      @Parameters(paramLabel = "ID", description = "Of the conversation or the patient.") String id,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "REASON",
              description = "litigation, investigation, audit, patient_asked or other.")
          String reason,
      @Mixin PersonOptions person) {
    return ask(
        "retention.hold",
        person.in(new JsonObject().put("id", id).put("reason", reason)),
        made -> "Held. To lift it: wardbell retention release " + made.text("hold"));
  }

  @Command(name = "release", description = "Lifts a legal hold.")
  int release(
      @Parameters(paramLabel = "HOLD", description = PROPOSAL) String id,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "REASON",
              description = "closed, mistake or other.")
          String reason,
      @Mixin PersonOptions person) {
    return ask(
        "retention.release",
        person.in(new JsonObject().put("id", id).put("reason", reason)),
        _ -> "Lifted.");
  }

  private int ask(String command, JsonObject request, Function<JsonObject, String> words) {
    return top.ask(spec.commandLine().getOut(), command, request, words);
  }

  @Command(name = "list", description = "Lists proposals and legal holds, or what a proposal has.")
  static final class Listing implements Callable<Integer> {
    @ParentCommand private RetentionCommand group = new RetentionCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PROPOSAL", arity = "0..1", description = "One of them.")
    private Optional<String> id = Optional.empty();

    @Override
    public Integer call() {
      JsonObject request = new JsonObject();
      id.ifPresent(named -> request.put("id", named));
      JsonObject listed = group.top.caller().ask("retention.list", request);
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        out.println(listed.write());
        return Wardbell.DONE;
      }
      List<JsonObject> proposals = id.isPresent() ? List.of(listed) : listed.objects("proposals");
      proposals.forEach(each -> out.println(proposal(each)));
      List<JsonObject> items = id.isPresent() ? listed.objects("items") : List.of();
      items.forEach(each -> out.println(item(each)));
      List<JsonObject> holds = id.isPresent() ? List.of() : listed.objects("holds");
      holds.forEach(each -> out.println(hold(each)));
      return proposals.isEmpty() && holds.isEmpty() ? Wardbell.NOTHING_TO_DO : Wardbell.DONE;
    }

    private static String proposal(JsonObject of) {
      return "%s  %-9s  proposed %s by %s%s"
          .formatted(
              of.text("id"),
              of.text("state"),
              of.text("proposed_at"),
              of.text("proposed_by"),
              of.maybeText("approved_by").map(by -> ", approved by " + by).orElse(""));
    }

    private static String item(JsonObject of) {
      return "  %-12s  %-16s  kept until %s  %s"
          .formatted(of.text("class"), of.text("subject"), of.text("due"), of.text("fate"));
    }

    private static String hold(JsonObject of) {
      return "%s  hold on a %s, %s, since %s by %s"
          .formatted(
              of.text("id"),
              of.text("kind"),
              of.text("reason"),
              of.text("set_at"),
              of.text("set_by"));
    }
  }

  @Command(
      name = "certificate",
      description = "Prints what was erased, and what proves it on the audit record.")
  static final class Certificate implements Callable<Integer> {
    @ParentCommand private RetentionCommand group = new RetentionCommand();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "PROPOSAL", description = PROPOSAL)
    private String id = "";

    @Override
    public Integer call() {
      JsonObject shown =
          group.top.caller().ask("retention.certificate", new JsonObject().put("id", id));
      PrintWriter out = spec.commandLine().getOut();
      if (group.top.json()) {
        out.println(shown.write());
        return Wardbell.DONE;
      }
      JsonObject text = JsonObject.parse(shown.text("certificate"));
      text.names().stream()
          .filter(name -> !name.equals("keys_destroyed"))
          .forEach(name ->
              out.printf(
                  "%-22s %s%n",
                  name,
                  name.startsWith("erased") || name.startsWith("kept") || isNumber(name)
                      ? Long.toString(text.number(name))
                      : text.text(name)));
      out.printf("%-22s %s%n", "keys_destroyed", String.join(" ", text.texts("keys_destroyed")));
      out.printf("%-22s %s%n", "sha256", shown.text("sha256"));
      out.printf(
          "%-22s %s%n",
          "on the audit record",
          shown
              .maybeNumber("leaf")
              .map(leaf -> "entry %d; wardbell audit prove %d".formatted(leaf, leaf))
              .orElse("not signed yet; ask again in a second"));
      out.printf("%-22s %s%n", "gone from backups", goneFromBackups(shown));
      return Wardbell.DONE;
    }

    private static String goneFromBackups(JsonObject shown) {
      return shown
          .maybeText("backups_free_at")
          .map(at -> at + ", with the last backup that held it")
          .or(() ->
              shown
                  .maybeText("periods_ended_at")
                  .map(at -> at + ", when the keys of its period were destroyed"))
          .orElse("not yet, or not known");
    }

    private static boolean isNumber(String name) {
      return name.equals("policy_version") || name.equals("held");
    }
  }
}
