package hospital.wardbell.cli;

import hospital.wardbell.practice.PracticeModem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "simulate",
    description = "Practice equipment.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SimulateCommand.PracticeModemCommand.class)
final class SimulateCommand {
  @Command(
      name = "modem",
      description =
          "A practice modem on a pseudo-terminal; without arguments it says which it takes.")
  static final class PracticeModemCommand implements Callable<Integer> {
    @Unmatched private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
      return PracticeModem.run(arguments, System.in, System.out);
    }
  }
}
