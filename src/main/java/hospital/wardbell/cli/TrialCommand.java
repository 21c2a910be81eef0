package hospital.wardbell.cli;

import hospital.wardbell.Boot;
import hospital.wardbell.BootReader;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.PracticePatient;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "trial",
    description = {
      "Shows a running trial home at work: an account to sign in with, practice patients, a text to",
      "one of them and the answer."
    })
final class TrialCommand implements Callable<Integer> {
  private static final String LOGIN = "practice";

  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Boot boot = BootReader.read(top.config());
    if (!boot.trial()) {
      throw Wardbell.failed(
          "This is not a trial home; its configuration does not say trial: true.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Caller caller = top.caller();
    Waiting.forModem(caller);
    out.printf("%nThe console: %s%n", caller.ask("status").text("console"));
    Path account = boot.home().resolve("practice-account.json");
    UserCommand.print(out, account(caller, account));
    out.println("The trial keeps this in " + account + " and shows it again each time.");
    List<PracticePatient> patients = PracticePatient.everybody();
    for (PracticePatient patient : patients) {
      JsonObject _ =
          caller.ask(
              "trial.patient",
              new JsonObject()
                  .put("name", patient.name())
                  .put("number", patient.number().e164())
                  .put("language", patient.language()));
    }
    return new TrialTalk(caller, out).with(patients.getFirst());
  }

  /// The practice account, made on the first run and shown again on later ones.
  private static JsonObject account(Caller caller, Path kept) throws IOException {
    if (Files.exists(kept)) {
      return JsonObject.parse(Files.readString(kept));
    }
    JsonObject made =
        caller.ask(
            "user.add",
            new JsonObject()
                .put("login", LOGIN)
                .put("name", "Practice Lead")
                .put("roles", List.of("lead")));
    Files.createFile(
        kept, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(kept, made.write());
    return made;
  }
}
