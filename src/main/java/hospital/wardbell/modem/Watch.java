package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.Trouble;
import hospital.wardbell.modem.Vitals.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Keeps an eye on registration, signal and stores: by what the modem says unasked, and by asking
/// one thing a turn, each once a minute.
///
/// @spec https://www.3gpp.org/dynareport/27007.htm#7.2 3GPP TS 27.007 §7.2 (+CREG)
final class Watch {
  private static final Duration BETWEEN = Duration.ofSeconds(60);
  private static final List<String> DOMAINS = List.of("+CREG", "+CGREG", "+CEREG");
  private static final Pattern ASKED = Pattern.compile("[^:]+: *\\d *, *\\d{1,2}(,.*)?");

  /// Registered at home or roaming, also where it is for SMS only or without preferred CSFB.
  private static final List<Integer> CAN_TEXT = List.of(1, 5, 6, 7, 9, 10);

  private static final int DENIED = 3;
  private static final int STRONGEST = 31;
  private static final int FULL_PERCENT = 70;

  private interface Check {
    void run() throws InterruptedException;
  }

  private final AtDialogue at;
  private final Storage storage;
  private final Announcing announcing;
  private final Vitals vitals;
  private final InstantSource ticks;
  private final Map<String, Integer> registrations = new TreeMap<>();
  private final Deque<Check> toCheck = new ArrayDeque<>();
  private Instant nextCheck;

  Watch(AtDialogue at, Storage storage, Announcing announcing, Vitals vitals, InstantSource ticks) {
    this.at = at;
    this.storage = storage;
    this.announcing = announcing;
    this.vitals = vitals;
    this.ticks = ticks;
    this.nextCheck = ticks.instant();
  }

  /// Has the modem tell of changes, and asks how things are. Modems know one to three of the
  /// domains, and refuse the others.
  void start() throws InterruptedException {
    for (String domain : DOMAINS) {
      if (!(at.ask(AtCommand.of("AT" + domain + "=2")) instanceof AtResponse.Refused)) {
        registrations.put(domain, 0);
        askRegistration(domain);
      }
    }
    publish();
  }

  boolean isRegistered() {
    return registrations.values().stream().anyMatch(CAN_TEXT::contains);
  }

  void heard(Urc urc) {
    if (DOMAINS.contains(urc.name())) {
      note(urc.name(), urc.line());
      publish();
    }
  }

  /// When there will be something to ask.
  Instant due() {
    return toCheck.isEmpty() ? nextCheck : Instant.MIN;
  }

  /// Asks one thing, if one is due.
  ///
  /// @return whether one was
  boolean checkOne() throws InterruptedException {
    Instant now = ticks.instant();
    if (toCheck.isEmpty() && !now.isBefore(nextCheck)) {
      nextCheck = now.plus(BETWEEN);
      registrations.keySet().forEach(domain -> toCheck.add(() -> checkRegistration(domain)));
      toCheck.addAll(
          List.of(this::checkSignal, this::checkOperator, this::checkStore, announcing::keep));
    }
    Check check = toCheck.pollFirst();
    if (check == null) {
      return false;
    }
    check.run();
    return true;
  }

  private void checkRegistration(String domain) throws InterruptedException {
    askRegistration(domain);
    publish();
  }

  private void askRegistration(String domain) throws InterruptedException {
    at.ask(AtCommand.registration(domain)).information().forEach(line -> note(domain, line));
  }

  /// The answer to a question has another number before the one that counts; some modems send it
  /// after their `OK`, so it may come unasked.
  private void note(String domain, String line) {
    OptionalInt stat = Fields.number(line, ASKED.matcher(line).matches() ? 1 : 0);
    stat.ifPresent(value -> registrations.put(domain, value));
  }

  private void publish() {
    if (isRegistered()) {
      vitals.registered();
    } else {
      vitals.searching(whySearching());
    }
  }

  private Trouble whySearching() {
    return Trouble.of(
        registrations.containsValue(DENIED)
            ? Trouble.Kind.NETWORK_REFUSES
            : Trouble.Kind.SEARCHING);
  }

  /// @spec https://www.3gpp.org/dynareport/27007.htm#8.5 3GPP TS 27.007 §8.5 (+CSQ)
  private void checkSignal() throws InterruptedException {
    for (String line : at.ask(AtCommand.of("AT+CSQ")).information()) {
      OptionalInt level = Fields.number(line, 0);
      boolean measured = level.isPresent() && level.getAsInt() <= STRONGEST;
      vitals.signal(measured ? Optional.of(2 * level.getAsInt() - 113) : Optional.empty());
    }
  }

  /// @spec https://www.3gpp.org/dynareport/27007.htm#7.3 3GPP TS 27.007 §7.3 (+COPS)
  private void checkOperator() throws InterruptedException {
    for (String line : at.ask(AtCommand.of("AT+COPS?")).information()) {
      vitals.operator(Optional.of(Fields.at(line, 2)).filter(name -> !name.isEmpty()));
    }
  }

  private void checkStore() throws InterruptedException {
    OptionalInt percent = storage.percentFull();
    if (percent.isPresent() && percent.getAsInt() >= FULL_PERCENT) {
      vitals.trouble(
          Topic.FULL, Trouble.of(Trouble.Kind.STORE_FILLING, String.valueOf(percent.getAsInt())));
    } else {
      vitals.fine(Topic.FULL);
    }
  }
}
