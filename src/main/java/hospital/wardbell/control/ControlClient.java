package hospital.wardbell.control;

import hospital.wardbell.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Asks the running service, from another process of the same user.
public final class ControlClient {
  private final Path socket;

  public ControlClient(Path socket) {
    this.socket = socket;
  }

  /// Sends one request and waits for its answer.
  ///
  /// @throws Refusal if the service refuses, or is not there (exit code 75)
  public JsonObject ask(JsonObject request) {
    String line = exchange(request.write() + "\n");
    JsonObject answer = JsonObject.parse(line);
    if (!answer.flag("ok")) {
      throw new Refusal((int) answer.number("exit"), answer.text("message"));
    }
    return answer;
  }

  private String exchange(String request) {
    try (SocketChannel service = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var in =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(service), StandardCharsets.UTF_8))) {
      ByteBuffer out = ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) {
        int _ = service.write(out);
      }
      String answer = in.readLine();
      if (answer == null) {
        throw new Refusal(75, "The service ended before it answered. Ask again with: status");
      }
      return answer;
    } catch (IOException e) {
      throw new Refusal(
          75,
          "No service is running here (no answer at %s). Start it, then try again."
              .formatted(socket));
    }
  }
}
