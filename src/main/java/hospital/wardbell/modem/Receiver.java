package hospital.wardbell.modem;

import hospital.wardbell.modem.Arrival.Slot;
import hospital.wardbell.modem.Vitals.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Takes what arrives, one thing a turn: read it, hand it on, and only when it is durable let the
/// modem forget it. While what was given directly becomes durable, the modem may be given texts.
///
/// Announcements make it quick, looking through the stores makes it sure ([Looks]): also after what
/// was found in one was deleted, and at once when the modem says that one is full. A store that
/// cannot be listed is counted through. What cannot be handed on stays where it is and is offered
/// again after [#HOLD].
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4 3GPP TS 27.005 §3.4
final class Receiver {
  /// A look through a full store may take the modem this long.
  private static final Duration LISTING = Duration.ofSeconds(30);

  private static final Duration HOLD = Duration.ofSeconds(5);
  private static final Duration REREAD = Duration.ofMillis(250);
  private static final int REREADS = 3;

  private final AtDialogue at;
  private final Storage storage;
  private final Announcing announcing;
  private final Handover handover;
  private final Directs directs;
  private final Vitals vitals;
  private final InstantSource ticks;
  private final Waiting waiting = new Waiting();
  private final Looks looks;
  private final Counting counting;
  private Set<Arrival> lastFound = Set.of();
  private boolean isNews;
  private int firstIndex;
  private Instant heldUntil = Instant.MIN;

  Receiver(
      AtDialogue at,
      Storage storage,
      Announcing announcing,
      Handover handover,
      Vitals vitals,
      InstantSource ticks) {
    this.at = at;
    this.storage = storage;
    this.announcing = announcing;
    this.handover = handover;
    this.directs = new Directs(at, announcing, handover);
    this.vitals = vitals;
    this.ticks = ticks;
    this.looks = new Looks(storage, ticks);
    this.counting = new Counting(at, storage);
  }

  /// Begins to take arrivals, those first that came before: the modem is set up.
  ///
  /// @param mustAcknowledge whether the modem waits for `+CNMA` after a direct arrival
  /// @param first the number of the first place in a store that cannot be listed
  void start(boolean mustAcknowledge, int first) {
    directs.start(mustAcknowledge);
    firstIndex = first;
    looks.atAll();
  }

  /// A store is full and announces nothing any more. Asks nothing.
  void full() {
    looks.full();
  }

  /// Takes note of an unsolicited line; asks nothing, so it may come in the middle of an answer.
  void heard(Urc urc) {
    switch (urc.name()) {
      case "+CMTI", "+CDSI" -> announced(urc);
      case "+CMT", "+CDS" -> direct(urc);
      default -> {}
    }
  }

  private void announced(Urc urc) {
    String named = Fields.at(urc.line(), 0);
    OptionalInt index = Fields.number(urc.line(), 1);
    if (index.isEmpty()) {
      looks.soon();
      return;
    }
    Slot slot = new Slot(named.isEmpty() ? storage.own() : named, index.getAsInt());
    addOnce(new Arrival.Announced(slot, 0, Instant.MIN));
  }

  private void direct(Urc urc) {
    Directs.read(urc).ifPresent(this::add);
  }

  private void addOnce(Arrival.Announced announced) {
    if (!waiting.has(announced.slot())) {
      add(announced);
    }
  }

  private void add(Arrival arrival) {
    if (!waiting.add(arrival)) {
      looks.soon(); // what is stored is found again; what is not was never acknowledged
    }
  }

  /// When there will be something to do, if nothing is heard before.
  Instant due() {
    if (directs.isUnderWay()) {
      return directs.isDecided() ? Instant.MIN : ticks.instant().plus(HOLD);
    }
    Instant due = waiting.dueBefore(counting.isUnderWay() ? Instant.MIN : looks.due());
    return due.isBefore(heldUntil) ? heldUntil : due;
  }

  /// Takes one arrival, or looks through one store, or at one place of a store.
  ///
  /// @return whether there was anything to do
  /// @throws RuntimeException what [Arrivals] threw; what was offered will be offered again
  boolean takeOne() throws InterruptedException {
    if (directs.isUnderWay()) {
      return takeDirect();
    }
    Instant now = ticks.instant();
    if (now.isBefore(heldUntil)) {
      return false;
    }
    Optional<Arrival> next = waiting.takeDue(now);
    if (next.isPresent()) {
      take(next.get());
      return true;
    }
    return counting.isUnderWay() ? count() : look();
  }

  private void take(Arrival arrival) throws InterruptedException {
    switch (arrival) {
      case Arrival.Direct direct -> {
        directs.begin(direct);
        boolean _ = takeDirect();
      }
      case Arrival.Listed listed -> {
        hand(listed.hex(), listed);
        if (deleted(listed.slot()) && isNews) {
          looks.soon(); // where one lay unannounced, others may have come into its place
        }
      }
      case Arrival.Announced announced -> read(announced);
    }
  }

  private void read(Arrival.Announced announced) throws InterruptedException {
    Slot slot = announced.slot();
    if (storage.select(slot.store())) {
      AtResponse response = at.ask(AtCommand.of("AT+CMGR=" + slot.index()));
      if (response instanceof AtResponse.Ok(var lines) && lines.size() >= 2) {
        if (isTrusted(lines, announced.tries())) {
          hand(lines.get(1), new Arrival.Listed(slot, lines.get(1)));
          boolean _ = deleted(slot);
          return;
        }
        if (!isPdu(lines.getFirst())) {
          at.ask(AtCommand.of("AT+CMGF=0"));
        }
      }
    }
    readLater(announced);
  }

  /// Whether a PDU follows `header`, which then opens with a number; in text mode it is a word.
  private static boolean isPdu(String header) {
    return Fields.number(header, 0).isPresent();
  }

  /// A damaged PDU must not be the one that is kept when the modem's is deleted. One that is always
  /// read so is damaged on the modem too, or the modem names wrong lengths.
  private static boolean isTrusted(List<String> lines, int tries) {
    boolean whole = lines.size() == 2 && Handover.isWhole(lines.getFirst(), lines.getLast());
    return whole || tries == REREADS;
  }

  /// Some modems announce a message before it can be read, or name another store than its own.
  private void readLater(Arrival.Announced announced) {
    int tries = announced.tries() + 1;
    if (tries > REREADS) {
      looks.elsewhere();
    } else {
      Instant again = ticks.instant().plus(REREAD.multipliedBy(tries));
      add(new Arrival.Announced(announced.slot(), tries, again));
    }
  }

  /// Goes on with what was given directly once it is durable.
  ///
  /// @return whether it is
  private boolean takeDirect() throws InterruptedException {
    if (!directs.isDecided()) {
      return false;
    }
    Arrival.Direct direct = directs.arrival();
    settle(directs::end, direct);
    if (!directs.acknowledge(direct)) {
      looks.soon();
    }
    return true;
  }

  private void hand(String hex, Arrival arrival) {
    settle(() -> handover.hand(hex), arrival);
  }

  /// If an arrival cannot be handed on, it waits again, and all others with it for a while: the
  /// reason is most often one they share.
  private void settle(Runnable handing, Arrival arrival) {
    try {
      handing.run();
    } catch (RuntimeException e) {
      add(arrival);
      heldUntil = ticks.instant().plus(HOLD);
      vitals.trouble(Topic.ARRIVALS, Trouble.of(Trouble.Kind.ARRIVALS_WAIT));
      throw e;
    }
    vitals.fine(Topic.ARRIVALS);
  }

  /// Deletes in the message's own store only: the same index elsewhere is another message.
  private boolean deleted(Slot slot) throws InterruptedException {
    AtCommand command = AtCommand.of("AT+CMGD=" + slot.index());
    boolean done = storage.select(slot.store()) && at.ask(command) instanceof AtResponse.Ok;
    if (done) {
      vitals.fine(Topic.UNDELETED);
    } else {
      vitals.trouble(Topic.UNDELETED, Trouble.of(Trouble.Kind.UNDELETED));
    }
    return done;
  }

  /// Hands on what the modem keeps no copy of: the session is over.
  void finish() {
    directs.finish().ifPresent(this::add);
    waiting.takeDirect().forEach(direct -> handover.hand(direct.hex()));
  }

  private boolean look() throws InterruptedException {
    Optional<String> store = looks.take();
    if (store.isPresent() && storage.select(store.get())) {
      AtResponse response = at.ask(AtCommand.of("AT+CMGL=4", LISTING));
      if (response instanceof AtResponse.Refused) {
        counting.begin(store.get(), firstIndex);
        noticeWhatWasCounted();
      } else {
        List<Arrival> listed = Listing.read(store.get(), response.information());
        listed.forEach(this::found);
        notice(listed);
      }
    }
    return store.isPresent();
  }

  private boolean count() throws InterruptedException {
    counting.readOne().ifPresent(this::found);
    noticeWhatWasCounted();
    return true;
  }

  private void noticeWhatWasCounted() throws InterruptedException {
    if (!counting.isUnderWay()) {
      notice(counting.found());
    }
  }

  /// What a modem only says that it deleted is found for ever, and is no news.
  private void notice(List<Arrival> found) throws InterruptedException {
    isNews = !lastFound.containsAll(found);
    lastFound = Set.copyOf(found);
    if (isNews) {
      announcing.keep(); // it may have come unannounced because the modem announces nothing
    }
  }

  private void found(Arrival arrival) {
    switch (arrival) {
      case Arrival.Listed listed -> waiting.replace(listed);
      case Arrival.Announced announced -> addOnce(announced);
      case Arrival.Direct direct -> add(direct);
    }
  }
}
