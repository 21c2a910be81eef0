package hospital.wardbell;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
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

  /// Who brings to the hospital what patients write.
  interface Phones {
    void text(PhoneNumber from, String text);
  }

  private static final Duration AGAIN = Duration.ofMillis(50);
  private static final int LONG = 60;
  private static final int FIRST = 10;

  /// A message in one of these is still on its way.
  private static final Set<String> MOVING = Set.of("queued", "submitting", "held");

  /// Too many calls; sealed yet, or busy.
  private static final Set<Integer> PASSING = Set.of(429, 503);

  private final ApiClient api;
  private final Phones phones;
  private final long seed;
  private final Map<String, String> queued = new LinkedHashMap<>();
  private final List<String> sentIn = new ArrayList<>();
  private final List<FutureTask<Void>> flows = new ArrayList<>();
  private volatile boolean ending;

  /// @param seed the same writes the same texts
  Traffic(ApiClient api, Phones phones, long seed) {
    this.api = api;
    this.phones = phones;
    this.seed = seed;
  }

  /// Begins both flows, with a rest after each text.
  ///
  /// @param queueing the longest rest of the program that queues
  /// @param texting the longest rest of the patients
  void start(Duration queueing, Duration texting) {
    flows.add(new FutureTask<>(flow(new Random(seed), queueing, this::queue)));
    flows.add(new FutureTask<>(flow(new Random(seed + 1), texting, this::sendIn)));
    flows.forEach(flow -> Thread.ofVirtual().start(flow));
  }

  /// Has `count` texts queued, one straight after the other.
  void queue(int count) throws InterruptedException {
    Random random = new Random(seed);
    for (int number = FIRST; number < FIRST + count; number++) {
      queue(number, random);
    }
  }

  /// Makes the patients known to the hospital.
  static void admit(TrialHome home) {
    for (PhoneNumber patient : PATIENTS) {
      JsonObject _ =
          home.ask(
              "trial.patient",
              new JsonObject()
                  .put("name", "Practice")
                  .put("number", patient.e164())
                  .put("language", "en"));
    }
  }

  /// Waits until everything queued has gone as far as it goes by itself.
  void drain(Duration longest) throws Exception {
    Until.so(
        "nothing that was queued moves",
        longest,
        () -> {
          boolean moves =
              api.all("sent").values().stream()
                  .anyMatch(message -> MOVING.contains(message.text("state")));
          if (moves) {
            Until.rest(Duration.ofSeconds(1)); // each look is on the record, a patient at a time
          }
          return !moves;
        });
  }

  /// Ends both flows; what was under way has then been accepted.
  void end() throws InterruptedException, ExecutionException {
    ending = true;
    for (FutureTask<Void> flow : flows) {
      flow.get();
    }
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

  private Callable<Void> flow(Random random, Duration longestRest, Step step) {
    return () -> {
      for (int number = FIRST; !ending; number++) {
        step.take(number, random);
        Until.rest(Duration.ofMillis(random.nextInt((int) longestRest.toMillis())));
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
    phones.text(any(random), text);
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
