package hospital.wardbell.practice;

import hospital.wardbell.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A practice modem in a process of its own, so that it lives on when the service is killed.
///
/// It prints one line of JSON when it is ready, with the device's path, takes orders as lines of
/// JSON (see [Control]) and prints one line for each. It ends on the order `quit`, when its input
/// ends (unless told to stay), or by a signal.
public final class PracticeModem {
  private PracticeModem() {}

  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(List.of(arguments), System.in, System.out));
  }

  /// @return the exit code: 0, 1 if there is no pseudo-terminal, or link or journal cannot be made,
  ///   2 for arguments that make no sense; both are explained in `answers`
  public static int run(List<String> arguments, InputStream orders, PrintStream answers)
      throws InterruptedException {
    try {
      serve(PracticeOptions.parse(arguments), orders, answers);
      return 0;
    } catch (IllegalArgumentException e) {
      answers.println(e.getMessage());
      answers.print(PracticeOptions.USAGE);
      return 2;
    } catch (IOException e) {
      answers.println("The practice modem cannot run here: " + e);
      return 1;
    }
  }

  private static void serve(PracticeOptions options, InputStream orders, PrintStream answers)
      throws IOException, InterruptedException {
    People people =
        options.patients().isPresent()
            ? new PracticePatients(PracticePatient.everybody(), options.patients().get())
            : People.silent();
    try (Journal journal = journal(options);
        VirtualModem modem = VirtualModem.start(options.modem(), people, journal)) {
      Thread atSignal = Thread.ofPlatform().unstarted(modem::close);
      Runtime.getRuntime().addShutdownHook(atSignal);
      answers.println("{\"event\":\"ready\",\"path\":\"" + modem.path() + "\"}");
      obeyAll(new Control(modem), orders, answers, options.stays());
      Runtime.getRuntime().removeShutdownHook(atSignal);
    }
  }

  private static Journal journal(PracticeOptions options) throws IOException {
    return options.journal().isPresent()
        ? Journal.to(options.journal().get(), options.content())
        : Journal.inMemory();
  }

  private static void obeyAll(
      Control control, InputStream orders, PrintStream answers, boolean stays)
      throws IOException, InterruptedException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(orders, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        if (control.obey(line) == Control.Answer.QUIT) {
          answers.println("{\"event\":\"ends\"}");
          return;
        }
        answers.println("{\"event\":\"done\"}");
      } catch (IllegalArgumentException e) {
        answers.println(
            new JsonObject()
                .put("event", "refused")
                .put("why", String.valueOf(e.getMessage()))
                .write());
      }
    }
    if (stays) {
      new CountDownLatch(1).await(); // for ever; a signal ends it
    }
  }
}
