package hospital.wardbell.cli;

import hospital.wardbell.Boot;
import hospital.wardbell.BootReader;
import hospital.wardbell.Setup;
import hospital.wardbell.Unlocking;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.Unlock;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "setup", description = "Makes a home: keys, database, first settings.")
final class SetupCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--hospital", paramLabel = "NAME", description = "What texts call the hospital.")
  private Optional<String> hospital = Optional.empty();

  @Option(
      names = "--call-back",
      paramLabel = "NUMBER",
      description = "The number patients can call, as people write it.")
  private Optional<String> callBack = Optional.empty();

  @Option(names = "--zone", description = "The hospital's time zone, such as America/Chicago.")
  private Optional<String> zone = Optional.empty();

  @Override
  public Integer call() {
    Map<Settings.Key, String> settings = settings();
    Boot boot = BootReader.read(top.config());
    Optional<Unlock> given =
        Unlocking.read(
            boot.unlock(),
            Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of));
    Unlock unlock = given.orElseGet(SetupCommand::chosen);
    boolean made = Setup.run(boot, unlock, settings, InstantSource.system());
    spec.commandLine()
        .getOut()
        .println(made ? "The home is set up. Next: wardbell serve" : "The home was set up before.");
    return made ? Wardbell.DONE : Wardbell.NOTHING_TO_DO;
  }

  private Map<Settings.Key, String> settings() {
    Map<Settings.Key, String> settings = new EnumMap<>(Settings.Key.class);
    hospital.ifPresent(v -> settings.put(Settings.Key.HOSPITAL_NAME, v));
    callBack.ifPresent(v -> settings.put(Settings.Key.CALL_BACK, v));
    zone.ifPresent(v -> settings.put(Settings.Key.ZONE, v));
    try {
      settings.forEach((key, value) -> key.require(value));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Wardbell.BAD_USAGE, e.getMessage() + " Nothing was made.");
    }
    return settings;
  }

  private static Unlock chosen() {
    String first = Passphrases.read("", "A passphrase of 15 characters or more: ");
    if (first.codePointCount(0, first.length()) < 15) {
      throw Wardbell.failed("The passphrase has fewer than 15 characters. Nothing was made.");
    }
    if (!first.equals(Passphrases.read("", "The same once more: "))) {
      throw Wardbell.failed("The two were not the same. Nothing was made.");
    }
    return Unlocking.typed(first);
  }
}
