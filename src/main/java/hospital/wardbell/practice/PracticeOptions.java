package hospital.wardbell.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a practice modem in a process of its own is started with.
///
/// @param journal the file of JSON lines, if one is wanted
/// @param patients how the practice patients behave; none of them if empty
/// @param stays whether it goes on when its input ends
public record PracticeOptions(
    ModemOptions modem,
    Optional<Path> journal,
    Journal.Content content,
    Optional<PracticePatients.Manner> patients,
    boolean stays) {
  static final String USAGE =
      """
      --link PATH           a link to the modem's device (none: the device's own name is printed)
      --journal FILE        write what truly happens as JSON lines
      --hashes              in the journal, hashes in place of texts and numbers
      --network-delay MS    how long the network takes for a text (500)
      --command-time MS     how long the modem takes for a command (5)
      --prompt-time MS      how long it takes to prompt for a PDU (10)
      --baud N              line speed, 0 for none (115200)
      --report-delay MS     how long a status report takes (200)
      --sim-capacity N      places on the SIM (50)
      --phone-capacity N    places in the modem (255)
      --pin DIGITS          what the SIM asks for (nothing)
      --no-patients         nobody answers
      --thinking FACTOR     how much of their natural time people take (1)
      --out-of-order        the segments of long answers arrive in disorder
      --seed N              the same seed, the same answers and faults (0)
      --lost-final P, --refused P, --urc-inside P, --garbage P, --stray-echo P
                            how often this goes wrong, 0 to 1 (0)
      --stay                go on when the input ends
      """;

  private static final Set<String> SWITCHES =
      Set.of("--hashes", "--no-patients", "--out-of-order", "--stay");
  private static final Set<String> VALUES =
      Set.of(
          "--link",
          "--journal",
          "--network-delay",
          "--command-time",
          "--prompt-time",
          "--baud",
          "--report-delay",
          "--sim-capacity",
          "--phone-capacity",
          "--pin",
          "--thinking",
          "--seed",
          "--lost-final",
          "--refused",
          "--urc-inside",
          "--garbage",
          "--stray-echo");

  /// @throws IllegalArgumentException if an argument is unknown or makes no sense; the message says
  ///   which, in words for the person who typed it
  public static PracticeOptions parse(List<String> arguments) {
    Given given = Given.of(arguments);
    Timing timing =
        new Timing(
            given.time("--command-time", 5),
            given.time("--prompt-time", 10),
            given.number("--baud", 115_200),
            given.time("--network-delay", 500),
            given.time("--report-delay", 200));
    Faults faults =
        new Faults(
            given.number("--seed", 0),
            given.fraction("--lost-final", 0),
            given.fraction("--refused", 0),
            given.fraction("--urc-inside", 0),
            given.fraction("--garbage", 0),
            given.fraction("--stray-echo", 0));
    ModemOptions plain =
        ModemOptions.of(timing)
            .with(faults)
            .withCapacity(
                given.number("--sim-capacity", 50), given.number("--phone-capacity", 255));
    ModemOptions linked = given.text("--link").map(Path::of).map(plain::linked).orElse(plain);
    return new PracticeOptions(
        given.text("--pin").map(linked::withPin).orElse(linked),
        given.text("--journal").map(Path::of),
        given.has("--hashes") ? Journal.Content.HASHES : Journal.Content.TEXTS,
        given.has("--no-patients") ? Optional.empty() : Optional.of(given.manner()),
        given.has("--stay"));
  }

  private record Given(Map<String, String> values) {
    static Given of(List<String> arguments) {
      Map<String, String> values = new HashMap<>();
      List<String> left = new ArrayList<>(arguments);
      while (!left.isEmpty()) {
        String name = left.removeFirst();
        if (SWITCHES.contains(name)) {
          values.put(name, "");
        } else if (!VALUES.contains(name)) {
          throw new IllegalArgumentException("there is no option " + name);
        } else if (left.isEmpty()) {
          throw new IllegalArgumentException("a value is missing behind " + name);
        } else {
          values.put(name, left.removeFirst());
        }
      }
      return new Given(values);
    }

    boolean has(String name) {
      return values.containsKey(name);
    }

    Optional<String> text(String name) {
      return Optional.ofNullable(values.get(name));
    }

    int number(String name, int otherwise) {
      int number = (int) fraction(name, otherwise);
      if (number < 0) {
        throw new IllegalArgumentException(name + " must not be negative");
      }
      return number;
    }

    Duration time(String name, int otherwise) {
      return Duration.ofMillis(number(name, otherwise));
    }

    double fraction(String name, double otherwise) {
      try {
        return text(name).map(Double::parseDouble).orElse(otherwise);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(name + " needs a number", e);
      }
    }

    PracticePatients.Manner manner() {
      return new PracticePatients.Manner(
          number("--seed", 0), fraction("--thinking", 1), has("--out-of-order"));
    }
  }
}
