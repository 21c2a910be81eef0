package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Where the modem is registered, in each of the domains it knows: by what it says unasked, and by
/// asking, since some say nothing.
///
/// The domain that carried it last is asked most often: each five seconds while it carries, each
/// one and a half while none does, so that a loss shows within ten seconds and a return within two.
/// The others are asked each fifteen seconds, and at once when the leading one is lost. With all
/// three that is at most 48 questions a minute.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.2 3GPP TS 27.007 §7.2 (+CREG)
final class Registrations {
  private static final String CIRCUIT = "+CREG";
  private static final String EVOLVED = "+CEREG";
  private static final List<String> DOMAINS = List.of(CIRCUIT, "+CGREG", EVOLVED);
  private static final Pattern ASKED = Pattern.compile("[^:]+: *\\d *, *\\d{1,2}(,.*)?");
  private static final Duration WHILE_CARRIED = Duration.ofSeconds(5);
  private static final Duration WHILE_SEARCHING = Duration.ofMillis(1500);
  private static final Duration OTHERS = Duration.ofSeconds(15);
  private static final int DENIED = 3;

  private static final class Domain {
    private int stat;
    private Instant due;

    private Domain(Instant due) {
      this.due = due;
    }
  }

  private final AtDialogue at;
  private final InstantSource ticks;
  private final Map<String, Domain> domains = new TreeMap<>();
  private String leading = "";

  Registrations(AtDialogue at, InstantSource ticks) {
    this.at = at;
    this.ticks = ticks;
  }

  /// Has the modem tell of changes, and asks how things are. Modems know one to three of the
  /// domains, and refuse the others.
  void start() throws InterruptedException {
    for (String name : DOMAINS) {
      if (!(at.ask(AtCommand.of("AT" + name + "=2")) instanceof AtResponse.Refused)) {
        domains.put(name, new Domain(ticks.instant()));
        ask(name);
      }
    }
  }

  /// How the network has let the modem in, if it has in any domain.
  Optional<Registration> best() {
    return domains.values().stream()
        .flatMap(domain -> carried(domain.stat).stream())
        .min(Comparator.naturalOrder());
  }

  /// Whether a network has refused it.
  boolean isDenied() {
    return domains.values().stream().anyMatch(domain -> domain.stat == DENIED);
  }

  /// Whether it is let in for LTE's packets alone, so that texts need IMS.
  boolean isEvolvedOnly() {
    return domains.keySet().containsAll(List.of(CIRCUIT, EVOLVED))
        && !carries(CIRCUIT)
        && carries(EVOLVED);
  }

  /// Takes note of an unsolicited line.
  ///
  /// @return whether it is about registration
  boolean heard(Urc urc) {
    if (!domains.containsKey(urc.name())) {
      return false;
    }
    note(urc.name(), urc.line());
    return true;
  }

  Instant due() {
    return domains.values().stream().map(d -> d.due).min(Instant::compareTo).orElse(Instant.MAX);
  }

  /// Has all domains asked anew, as soon as there is time.
  void doubt() {
    domains.values().forEach(domain -> domain.due = ticks.instant());
  }

  /// Asks of one domain, if one is due.
  ///
  /// @return whether one was
  boolean askOne() throws InterruptedException {
    Instant now = ticks.instant();
    Optional<String> name =
        domains.keySet().stream().filter(n -> !domain(n).due.isAfter(now)).findFirst();
    if (name.isPresent()) {
      ask(name.get());
    }
    return name.isPresent();
  }

  private void ask(String name) throws InterruptedException {
    domain(name).due = ticks.instant().plus(interval(name));
    at.ask(AtCommand.registration(name)).information().forEach(line -> note(name, line));
  }

  private Duration interval(String name) {
    if (leading.isEmpty()) {
      return WHILE_SEARCHING.multipliedBy(domains.size());
    }
    if (!leading.equals(name)) {
      return OTHERS;
    }
    return best().isPresent() ? WHILE_CARRIED : WHILE_SEARCHING;
  }

  /// The answer to a question has another number before the one that counts; some modems send it
  /// after their `OK`, so it may come unasked.
  private void note(String name, String line) {
    OptionalInt stat = Fields.number(line, ASKED.matcher(line).matches() ? 1 : 0);
    if (stat.isEmpty()) {
      return;
    }
    boolean before = carries(name);
    domain(name).stat = stat.getAsInt();
    if (carries(name) && (leading.isEmpty() || !carries(leading))) {
      leading = name;
    } else if (before && !carries(name) && name.equals(leading)) {
      doubt();
    }
  }

  private boolean carries(String name) {
    return carried(domain(name).stat).isPresent();
  }

  private Domain domain(String name) {
    return Objects.requireNonNull(domains.get(name));
  }

  /// Only these carry texts; 8 is for emergencies alone, and so is 11 as some modems say it.
  private static Optional<Registration> carried(int stat) {
    return switch (stat) {
      case 1, 9 -> Optional.of(Registration.HOME);
      case 5, 10 -> Optional.of(Registration.ROAMING);
      case 6, 7 -> Optional.of(Registration.SMS_ONLY);
      default -> Optional.empty();
    };
  }
}
