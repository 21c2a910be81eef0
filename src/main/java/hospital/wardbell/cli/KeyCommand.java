package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "key",
    description = "The keys: what opens them, new ones for old, the recovery kit.",
    subcommands = {KeyModeCommand.class, UnlockCommand.class, KeyKitCommand.class},
    synopsisSubcommandLabel = "COMMAND")
final class KeyCommand {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  Wardbell top() {
    return top;
  }

  @Command(
      name = "status",
      description = "Says what opens the keyring, which keys there are, and how old they are.")
  int status() {
    JsonObject status = top.caller().ask("key.status");
    PrintWriter out = spec.commandLine().getOut();
    if (top.json()) {
      out.println(status.write());
      return Wardbell.DONE;
    }
    out.println("What opens the keyring:");
    status.objects("ways").forEach(way -> out.println(way(way)));
    boolean kit =
        status.objects("ways").stream()
            .anyMatch(w -> w.text("way").equals("recovery kit") && w.flag("proven"));
    if (!kit) {
      out.println("  No recovery kit. Make one: wardbell key recovery-kit");
    }
    out.println("Cryptography: " + status.text("cryptography"));
    out.println("Keys (fingerprints of their ids, not of the keys):");
    status.objects("keys").forEach(key -> out.println(key(key)));
    out.println(
        status.flag("rotating")
            ? "A rotation is under way: old keys are retired once nothing needs them."
            : "No rotation is under way.");
    status
        .objects("index")
        .forEach(
            part -> out.println("  %-24s %s".formatted(part.text("rows"), part.text("progress"))));
    status
        .maybeText("trouble")
        .ifPresent(why -> out.println("It does not go on: " + why + " It is tried again."));
    return Wardbell.DONE;
  }

  private static String way(JsonObject way) {
    return "  %-13s made %s%s%s"
        .formatted(
            way.text("way"),
            way.maybeText("made").orElse("at a time nobody wrote down"),
            way.maybeText("detail").filter(d -> !d.isEmpty()).map(d -> "  " + d).orElse(""),
            way.flag("proven") ? "" : "  not proven yet");
  }

  private static String key(JsonObject key) {
    Optional<String> ended = key.maybeText("ended_at");
    return "  %-22s %s  %s%s%s"
        .formatted(
            key.text("purpose"),
            key.text("fingerprint"),
            ended.isPresent()
                ? "destroyed " + ended.get()
                : "made " + key.maybeText("made").orElse("at a time nobody wrote down"),
            wraps(key),
            use(key));
  }

  /// A year's keys are made a year ahead.
  private static String wraps(JsonObject key) {
    long wraps = key.number("data_keys");
    if (wraps > 0) {
      return "  wraps " + wraps;
    }
    boolean stands = key.flag("current") && key.text("purpose").startsWith("kek.");
    return stands ? "  stands ready" : "";
  }

  private static String use(JsonObject key) {
    return key.maybeText("former_since")
        .map(since -> "\n      for older backups only, since %s: %s".formatted(since, kept(key)))
        .orElseGet(() -> {
          if (key.has("ended_at")) {
            return "  its period has ended";
          }
          return key.flag("current") ? "" : "  is being replaced";
        });
  }

  private static String kept(JsonObject key) {
    return key.maybeText("kept").orElse("");
  }

  /// What can be given new keys.
  enum Rotatable {
    KEK,
    INDEX,
    DATABASE
  }

  @Command(
      name = "rotate",
      description = {
        "Makes new keys for old while the service runs.",
        "The old ones stay in the keyring for backups from before, and are destroyed when the last of"
            + " those is pruned."
      })
  int rotate(
      @Parameters(
              paramLabel = "WHAT",
              arity = "0..1",
              description = {
                "kek: the keys that wrap the data keys (default);",
                "index: the key by which numbers and words are found; up to a day;",
                "database: the key of the database as a whole. Wardbell pauses meanwhile."
              })
          Optional<Rotatable> what,
      @Option(
              names = "--forget",
              description = {
                "Do not keep the old keys, nor older ones of the kind: backups from before the end of",
                "the rotation do not open any more, or what is in them does not."
              })
          boolean forget) {
    Rotatable kind = what.orElse(Rotatable.KEK);
    JsonObject request =
        new JsonObject().put("what", kind.name().toLowerCase(Locale.ROOT)).put("forget", forget);
    return top.ask(
        spec.commandLine().getOut(),
        kind == Rotatable.DATABASE ? "key.rotate-database" : "key.rotate",
        request,
        answer -> told(kind) + lost(answer.texts("lost"), forget));
  }

  private static String told(Rotatable kind) {
    return switch (kind) {
      case KEK ->
          "New KEKs are made; the data keys are wrapped anew while the service runs. How it goes: wardbell key status.";
      case INDEX ->
          "A new index key is made; what is found by it is blinded anew while the service runs, within a day. How it goes: wardbell key status.";
      case DATABASE -> "The database is encrypted by a new key, and Wardbell is open again.";
    };
  }

  private static String lost(List<String> backups, boolean forget) {
    if (!forget) {
      return " Older backups open as before.";
    }
    return backups.isEmpty()
        ? " The old keys are not kept. There is no backup that needs them."
        : " The old keys are not kept. Make a backup when it has ended: these do not open then:\n  "
            + String.join("\n  ", backups);
  }

  @Command(
      name = "reseal",
      description = "From now on each subject's data is sealed by a new data key.")
  int reseal() {
    return top.ask(
        spec.commandLine().getOut(),
        "key.reseal",
        new JsonObject(),
        _ -> "Each subject gets a new data key with the next thing that is sealed for it.");
  }

  @Command(
      name = "verify-kit",
      description = {
        "Checks one share of the recovery kit, typed from its page.",
        "The first that is right makes a new kit count, and the former kit worthless."
      })
  int verifyKit(
      @Option(
              names = "--share-file",
              paramLabel = "FILE",
              defaultValue = "",
              description = "Read the words from FILE; - is standard input.")
          String file) {
    return verify(top, spec.commandLine().getOut(), TypedShares.from(file).next());
  }

  static int verify(Wardbell top, PrintWriter out, String share) {
    return top.ask(
        out,
        "key.kit.check",
        new JsonObject().put("share", share),
        answer ->
            "Share %d of kit %s is right.%s"
                .formatted(
                    answer.number("share"),
                    answer.text("kit"),
                    answer.flag("now_counts")
                        ? " This kit counts from now on; the pages of any other are worthless."
                        : ""));
  }
}
