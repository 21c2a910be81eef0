package hospital.wardbell.modem;

import hospital.wardbell.modem.Vitals.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Keeps an eye on registration, signal and stores, asking one thing a turn: of registration as
/// often as [Registrations] says, of all else once a minute.
final class Watch {
  private static final Duration BETWEEN = Duration.ofSeconds(60);
  private static final int STRONGEST = 31;
  private static final int FULL_PERCENT = 70;

  private interface Check {
    void run() throws InterruptedException;
  }

  private final AtDialogue at;
  private final SimCard card;
  private final Storage storage;
  private final Announcing announcing;
  private final Vitals vitals;
  private final InstantSource ticks;
  private final Registrations registrations;
  private final Deque<Check> toCheck = new ArrayDeque<>();
  private Instant nextCheck;
  private boolean wasAway;

  Watch(
      AtDialogue at,
      SimCard card,
      Storage storage,
      Announcing announcing,
      Vitals vitals,
      InstantSource ticks) {
    this.at = at;
    this.card = card;
    this.storage = storage;
    this.announcing = announcing;
    this.vitals = vitals;
    this.ticks = ticks;
    this.registrations = new Registrations(at, ticks);
    this.nextCheck = ticks.instant();
  }

  /// Has the modem tell of changes, and asks how things are.
  void start() throws InterruptedException {
    registrations.start();
    publish();
  }

  boolean isRegistered() {
    return registrations.best().isPresent();
  }

  /// Whether the network lets the modem in for LTE's packets alone.
  boolean isEvolvedOnly() {
    return registrations.isEvolvedOnly();
  }

  /// Something speaks against what is known of registration, so it is asked anew.
  void doubt() {
    registrations.doubt();
  }

  void heard(Urc urc) {
    if (registrations.heard(urc)) {
      publish();
    }
  }

  /// When there will be something to ask.
  Instant due() {
    Instant check = toCheck.isEmpty() ? nextCheck : Instant.MIN;
    return check.isBefore(registrations.due()) ? check : registrations.due();
  }

  /// Asks one thing, if one is due.
  ///
  /// @return whether one was
  boolean checkOne() throws InterruptedException {
    if (registrations.askOne()) {
      publish();
      return true;
    }
    Instant now = ticks.instant();
    if (toCheck.isEmpty() && !now.isBefore(nextCheck)) {
      nextCheck = now.plus(BETWEEN);
      toCheck.addAll(
          List.of(
              this::checkSignal,
              this::checkOperator,
              this::checkStore,
              card::mendServiceCentre,
              announcing::keep));
    }
    Check check = toCheck.pollFirst();
    if (check == null) {
      return false;
    }
    check.run();
    return true;
  }

  /// Where the network was away, the SIM may have been changed meanwhile.
  private void publish() {
    if (!isRegistered()) {
      wasAway = true;
    } else if (wasAway) {
      wasAway = false;
      toCheck.addFirst(card::notice);
    }
    registrations
        .best()
        .ifPresentOrElse(vitals::registered, () -> vitals.searching(whySearching()));
  }

  private Trouble whySearching() {
    return Trouble.of(
        registrations.isDenied() ? Trouble.Kind.NETWORK_REFUSES : Trouble.Kind.SEARCHING);
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
      OptionalInt technology = Fields.number(line, 3);
      vitals.operator(
          Optional.of(Fields.at(line, 2)).filter(name -> !name.isEmpty()),
          technology.isPresent() ? Radio.of(technology.getAsInt()) : Optional.empty());
    }
  }

  private void checkStore() throws InterruptedException {
    OptionalInt percent = storage.percentFull();
    vitals.stored(percent.isPresent() ? Optional.of(percent.getAsInt()) : Optional.empty());
    if (percent.isPresent() && percent.getAsInt() >= FULL_PERCENT) {
      vitals.trouble(
          Topic.FULL, Trouble.of(Trouble.Kind.STORE_FILLING, String.valueOf(percent.getAsInt())));
    } else {
      vitals.fine(Topic.FULL);
    }
  }
}
