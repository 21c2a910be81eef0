package hospital.wardbell;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.VirtualModem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Texts that flow both ways whether the service runs or not: a program queues some over the API,
/// each under a key of its own until it is accepted, and patients send some.
///
/// Every text bears a number of its own, `#17 `, in each of its segments.
final class Traffic {
  static final List<PhoneNumber> PATIENTS =
      List.of(
          new PhoneNumber("+12025550121"),
          new PhoneNumber("+12025550122"),
          new PhoneNumber("+12025550123"),
          new PhoneNumber("+12025550124"));

  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final int LONG = 60;

  /// Too many calls; sealed yet, or busy.
  private static final Set<Integer> PASSING = Set.of(429, 503);

  private final ApiClient api;
  private final VirtualModem modem;
  private final Map<String, String> queued = new LinkedHashMap<>();
  private final List<String> sentIn = new ArrayList<>();
  private final FutureTask<Void> queueing;
  private final FutureTask<Void> texting;
  private volatile boolean ending;

  private Traffic(ApiClient api, VirtualModem modem, long seed) {
    this.api = api;
    this.modem = modem;
    this.queueing = new FutureTask<>(flow(new Random(seed), 60, this::queue));
    this.texting = new FutureTask<>(flow(new Random(seed + 1), 240, this::sendIn));
  }

  static Traffic start(ApiClient api, VirtualModem modem, long seed) {
    Traffic traffic = new Traffic(api, modem, seed);
    Thread.ofVirtual().start(traffic.queueing);
    Thread.ofVirtual().start(traffic.texting);
    return traffic;
  }

  /// Ends both flows; what was under way has then been accepted.
  void end() throws InterruptedException, ExecutionException {
    ending = true;
    queueing.get();
    texting.get();
  }

  /// The texts that the service has accepted, by their ids.
  Map<String, String> queued() {
    return queued;
  }

  /// The texts that patients sent.
  List<String> sentIn() {
    return sentIn;
  }

  private interface Step {
    void take(int number, Random random) throws IOException, InterruptedException;
  }

  private Callable<Void> flow(Random random, int longestRestMillis, Step step) {
    return () -> {
      for (int number = 10; !ending; number++) {
        step.take(number, random);
        Until.rest(Duration.ofMillis(random.nextInt(longestRestMillis)));
      }
      return null;
    };
  }

  private void queue(int number, Random random) throws InterruptedException {
    String text = text(number, random);
    String to = any(random).e164();
    while (true) {
      try {
        HttpResponse<String> answer = api.send("crash-" + number, to, text);
        if (answer.statusCode() == 202) {
          queued.put(JsonObject.parse(answer.body()).text("id"), text);
          return;
        }
        if (!PASSING.contains(answer.statusCode())) {
          throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException _) {
        // The service is down, or was killed while it answered: the same again.
      }
      Until.rest(AGAIN);
    }
  }

  private void sendIn(int number, Random random) {
    String text = text(number, random);
    modem.text(any(random), text);
    sentIn.add(text);
  }

  private static PhoneNumber any(Random random) {
    return PATIENTS.get(random.nextInt(PATIENTS.size()));
  }

  private static String text(int number, Random random) {
    String mark = mark(number);
    return switch (random.nextInt(8)) {
      case 0 -> mark.repeat(LONG).strip();
      case 1 -> mark + "¿Mañana? 👍";
      default -> mark + "on Tuesday";
    };
  }

  private static String mark(int number) {
    return "#" + number + " ";
  }

  /// The number that a text or a segment of it bears.
  static String markIn(String text) {
    int from = text.indexOf('#');
    return text.substring(from, text.indexOf(' ', from));
  }
}
