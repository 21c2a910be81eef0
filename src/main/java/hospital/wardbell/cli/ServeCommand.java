package hospital.wardbell.cli;

import hospital.wardbell.BootReader;
import hospital.wardbell.Service;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Runs the service until it is told to end (systemd does).")
final class ServeCommand implements Callable<Integer> {
  @ParentCommand private Wardbell top = new Wardbell();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Service service =
        Service.start(
            BootReader.read(top.config()),
            Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of),
            InstantSource.system());
    spec.commandLine().getOut().println("Wardbell is at " + service.address());
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  service.close();
                  ended.countDown();
                }));
    ended.await();
    return Wardbell.DONE;
  }
}
