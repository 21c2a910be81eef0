package hospital.wardbell.cli;

import hospital.wardbell.base.Pause;
import hospital.wardbell.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "tail",
    description = "Prints the newest entries of the record; that it was read is an entry itself.")
final class AuditTailCommand implements Callable<Integer> {
  private static final int AT_ONCE = 500;
  private static final Duration BETWEEN = Duration.ofMillis(500);
  private static final Duration LEAVE = Duration.ofMinutes(30);

  @ParentCommand private AuditCommand group = new AuditCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "-n", paramLabel = "NUMBER", defaultValue = "10", description = "How many.")
  private int number = 10;

  @Option(names = "--follow", description = "Goes on with what comes, until it is stopped.")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    Caller caller = group.top().caller();
    PrintWriter out = spec.commandLine().getOut();
    Pause pause = Pause.real();
    long next = Math.max(0, leave(caller) - Math.max(0, number));
    long left = System.nanoTime();
    boolean printed = false;
    while (true) {
      List<String> entries = entries(caller, next);
      entries.forEach(out::println);
      out.flush();
      printed |= !entries.isEmpty();
      next += entries.size();
      if (entries.size() < AT_ONCE && !follow) {
        return printed ? Wardbell.DONE : Wardbell.NOTHING_TO_DO;
      }
      if (entries.size() < AT_ONCE) {
        pause.await(BETWEEN);
      }
      if (System.nanoTime() - left > LEAVE.toNanos()) {
        var _ = leave(caller);
        left = System.nanoTime();
      }
    }
  }

  /// @return the number behind the last entry before this
  private static long leave(Caller caller) {
    return caller.ask("audit.begin", new JsonObject().put("what", "tail")).number("to");
  }

  private static List<String> entries(Caller caller, long from) {
    return caller
        .ask("audit.entries", new JsonObject().put("from", from).put("most", AT_ONCE))
        .texts("entries");
  }
}
