package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Incident;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/// Listens on the Unix socket: one JSON object a line in, one a line out. The socket lies in a
/// directory of mode 0700, so only the service's own user and root reach it. At most eight callers
/// at once; the ninth waits.
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ControlServer.class.getName());
  private static final int CALLERS = 8;

  private final ServerSocketChannel server;
  private final Path socket;
  private final Semaphore callers = new Semaphore(CALLERS);
  private volatile Map<String, Command> commands = Map.of();

  private ControlServer(ServerSocketChannel server, Path socket) {
    this.server = server;
    this.socket = socket;
  }

  /// Takes the place of a socket that a killed service left behind.
  ///
  /// @throws IOException if the socket cannot be made
  public static ControlServer open(Path socket) throws IOException {
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    ControlServer control = new ControlServer(server, socket);
    Thread.ofVirtual().name("control").start(control::accept);
    return control;
  }

  /// From now on these are the commands there are, by name.
  public void serve(Map<String, Command> offered) {
    commands = Map.copyOf(offered);
  }

  private void accept() {
    try {
      while (server.isOpen()) {
        callers.acquire();
        SocketChannel caller = server.accept();
        Thread.ofVirtual().name("control-caller").start(() -> converse(caller));
      }
    } catch (ClosedChannelException e) {
      LOG.log(Level.DEBUG, "the control socket is closed");
    } catch (IOException e) {
      LOG.log(Level.ERROR, Incident.of(e).line("control"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void converse(SocketChannel caller) {
    try (caller;
        var in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(caller), StandardCharsets.UTF_8))) {
      Actor.Operator by =
          new Actor.Operator(caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        byte[] answer = (answer(line, by).write() + "\n").getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.wrap(answer);
        while (out.hasRemaining()) {
          int _ = caller.write(out);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a control caller went away");
    } finally {
      callers.release();
    }
  }

  private JsonObject answer(String line, Actor.Operator by) {
    try {
      JsonObject request = JsonObject.parse(line);
      String name = request.text("command");
      Command command =
          Optional.ofNullable(commands.get(name))
              .orElseThrow(() ->
                  new Refusal(75, "The service cannot do that now; is it unlocked? Try: status"));
      return command.answer(request, by).put("ok", true);
    } catch (Refusal e) {
      return refused(e.exit(), e.getMessage());
    } catch (MalformedJson e) {
      return refused(2, e.getMessage());
    } catch (IllegalArgumentException e) {
      return refused(2, e.getMessage());
    } catch (RuntimeException e) {
      Incident incident = Incident.of(e);
      LOG.log(Level.ERROR, incident.line("control"));
      return refused(
          1, "That failed; nothing was half done. Incident " + incident.id() + " is in the log.");
    }
  }

  private static JsonObject refused(int exit, @Nullable String message) {
    return new JsonObject()
        .put("ok", false)
        .put("exit", exit)
        .put("message", Optional.ofNullable(message));
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the control socket could not be removed");
    }
  }
}
