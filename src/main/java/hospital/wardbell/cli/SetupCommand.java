package hospital.wardbell.cli;

import hospital.wardbell.Boot;
import hospital.wardbell.BootReader;
import hospital.wardbell.Setup;
import hospital.wardbell.Unlocking;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.KeyDesk;
import hospital.wardbell.vault.KitCheck;
import hospital.wardbell.vault.NewKit;
import hospital.wardbell.vault.Unlock;
import java.io.PrintWriter;
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
  private static final int TRIES = 5;

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

  @Option(
      names = "--shares",
      defaultValue = KeyKitCommand.FIVE,
      description = "How many shares the recovery kit has (default: ${DEFAULT-VALUE}).")
  private int shares;

  @Option(
      names = "--needed",
      defaultValue = KeyKitCommand.THREE,
      description = "How many of them open the keyring (default: ${DEFAULT-VALUE}).")
  private int needed;

  @Option(
      names = "--no-recovery-kit",
      description = {
        "Make no recovery kit. If the passphrase or the machine's key is lost then, everything is."
      })
  private boolean noKit;

  @Override
  public Integer call() {
    Map<Settings.Key, String> settings = settings();
    Boot boot = BootReader.read(top.config());
    Optional<Unlock> given =
        Unlocking.read(
            boot.unlock(),
            Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of));
    Unlock unlock = given.orElseGet(() -> Unlocking.typed(Passphrases.chosen()));
    boolean made = Setup.run(boot, unlock, settings, InstantSource.system(), kitStep(boot));
    spec.commandLine()
        .getOut()
        .println(made ? "The home is set up. Next: wardbell serve" : "The home was set up before.");
    return made ? Wardbell.DONE : Wardbell.NOTHING_TO_DO;
  }

  /// A trial home goes without a kit; any other only if somebody says so.
  private Setup.KitStep kitStep(Boot boot) {
    return noKit || boot.trial() ? _ -> {} : this::kit;
  }

  private void kit(KeyDesk desk) {
    NewKit kit = desk.newKit(shares, needed);
    PrintWriter err = spec.commandLine().getErr();
    KeyKitCommand.print(spec.commandLine().getOut(), kit.pages());
    KeyKitCommand.ask(err);
    TypedShares typed = TypedShares.from("");
    for (int tries = 0; tries < TRIES; tries++) {
      switch (desk.checkShare(typed.next())) {
        case KitCheck.Right _ -> {
          err.println("Right. Keep the pages apart from one another and from the server.");
          return;
        }
        case KitCheck.Mistyped(var mistake) -> err.println(mistake.inWords());
        case KitCheck.NotOfThisKit _ -> err.println("That is a page of another kit.");
      }
      err.flush();
    }
    throw Wardbell.failed(
        "No share was typed back, so the home is not set up. Run setup again; it makes a new kit and goes on. To go without a kit say --no-recovery-kit.");
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
}
