package hospital.wardbell.bench;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the service shows of the texts that patients sent, as a program of the hospital reads it.
final class ReceivedTexts {
  private static final int PAGE = 500;

  private final Door door;
  private final String token;

  ReceivedTexts(RunningService service, Door door) {
    this.door = door;
    this.token =
        service
            .ask(
                "token.create",
                new JsonObject().put("name", "bench").put("scopes", List.of("read")))
            .text("token");
  }

  /// All since `begin`, in no order; one that is shown twice is in it twice.
  List<String> since(Instant begin) throws IOException, InterruptedException {
    Map<String, String> found = new HashMap<>();
    Instant since = begin;
    while (true) {
      List<JsonObject> page =
          JsonObject.parse(door.page("api/v1/messages?direction=received&since=" + since, token))
              .objects("messages");
      page.forEach(message -> found.put(message.text("id"), message.text("text")));
      if (page.size() < PAGE) {
        return List.copyOf(found.values());
      }
      since = Instant.parse(page.getLast().text("at"));
    }
  }
}
