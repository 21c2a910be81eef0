package hospital.wardbell.cli;

import hospital.wardbell.audit.Export;
import hospital.wardbell.audit.NoteKey;
import hospital.wardbell.base.Pause;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = {
      "Writes the record, or a part of it, into a file that can be checked elsewhere.",
      "It holds entries, tree and checkpoints. That it was exported is an entry itself."
    })
final class AuditExportCommand implements Callable<Integer> {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final int TRIES = 25;

  @ParentCommand private AuditCommand group = new AuditCommand();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "A new file; none is overwritten.")
  private Path file = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "WHEN",
      description = "The first entry: its number, or a time as 2026-11-22T10:00:00Z.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "WHEN", description = "The first entry not to write.")
  private Optional<String> to = Optional.empty();

  /// The running service's log, over the socket.
  private record Remote(Caller caller) implements Export.Log {
    @Override
    public byte[] tile(int height, long place) {
      return caller
          .ask("audit.tile", new JsonObject().put("height", height).put("place", place))
          .maybeText("hashes")
          .map(Base64.getDecoder()::decode)
          .orElseGet(() -> new byte[0]);
    }

    @Override
    public List<String> entries(long first, int most) {
      return caller
          .ask("audit.entries", new JsonObject().put("from", first).put("most", most))
          .texts("entries");
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    Caller caller = group.top().caller();
    JsonObject range =
        caller.ask(
            "audit.begin", new JsonObject().put("what", "export").put("from", from).put("to", to));
    Export export = signed(caller, range.number("to"));
    long first = range.number("from");
    long behind = Math.min(range.number("to"), export.entries());
    write(export, new Remote(caller), first, behind);
    JsonObject done =
        new JsonObject().put("file", file.toString()).put("from", first).put("to", behind);
    spec.commandLine()
        .getOut()
        .println(
            group.top().json()
                ? done.write()
                : "%d entries, from %d until %d. Check them with: wardbell audit verify %s"
                    .formatted(behind - first, first, behind, file));
    return Wardbell.DONE;
  }

  /// The newest checkpoint, waited for a while until it covers what is to be written.
  private static Export signed(Caller caller, long entries) throws InterruptedException {
    Pause pause = Pause.real();
    for (int i = 0; i < TRIES; i++) {
      JsonObject answer = caller.ask("audit.checkpoints");
      List<String> all = answer.texts("all");
      if (!all.isEmpty()) {
        Export export = new Export(NoteKey.parse(answer.text("key")).orElseThrow(), all);
        if (export.entries() >= entries || i == TRIES - 1) {
          return export;
        }
      }
      pause.await(BETWEEN);
    }
    throw new Refusal(Wardbell.TRY_LATER, "Nothing is signed yet. See: wardbell status");
  }

  private void write(Export export, Remote log, long first, long behind) {
    try (FileChannel channel =
            FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      try {
        export.write(out, log, first, behind, _ -> {});
        out.flush();
        channel.force(true);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file); // half an export is none
        throw e;
      }
    } catch (FileAlreadyExistsException _) {
      throw Wardbell.failed("%s is there already. It was left as it is.".formatted(file));
    } catch (IOException _) {
      throw Wardbell.failed(
          "%s cannot be written. Is its directory there, and has its disk room?".formatted(file));
    }
  }
}
