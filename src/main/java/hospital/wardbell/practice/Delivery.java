package hospital.wardbell.practice;

import hospital.wardbell.practice.JournalEntry.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;

/// The last step from the network to the program: into a memory or straight on, as `AT+CNMI` says.
/// What finds no room, no radio or no acknowledgement waits in the network and is not lost. The
/// modem's thread only.
final class Delivery {
  /// How many texts the network keeps for one subscriber; one more is a mistake of the exercise.
  static final int MOST_WAITING = 20_000;

  /// How soon the network tries again what was not acknowledged; true ones take minutes.
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// Where a modem keeps a text if it keeps it.
  enum Keeping {
    /// Where the program wants it; given directly if that is what it wants.
    ANY,
    /// Where the program wants it, and never given directly.
    STORE,
    /// On the SIM, and never given directly.
    SIM
  }

  /// A DELIVER or STATUS-REPORT on its way.
  record Item(String hex, int tpduOctets, String fingerprint, Keeping keeping) {}

  private final Duration patience;
  private final boolean misplaces;
  private final Switches switches;
  private final Memories memories;
  private final Radio radio;
  private final Unsolicited modem;
  private final Agenda agenda;
  private final Journal journal;
  private final Deque<Item> texts = new ArrayDeque<>();
  private final Deque<Item> reports = new ArrayDeque<>();
  private Optional<Unacknowledged> unacknowledged = Optional.empty();
  private boolean resting;

  private record Unacknowledged(Item item, Deque<Item> from, long sinceNanos) {}

  /// @param patience how long the network waits for `+CNMA`
  /// @param misplaces whether stored reports are announced in the first place of the SIM
  Delivery(
      Duration patience,
      boolean misplaces,
      Switches switches,
      Memories memories,
      Radio radio,
      Unsolicited modem,
      Agenda agenda,
      Journal journal) {
    this.patience = patience;
    this.misplaces = misplaces;
    this.switches = switches;
    this.memories = memories;
    this.radio = radio;
    this.modem = modem;
    this.agenda = agenda;
    this.journal = journal;
  }

  void text(Item item) {
    queue(texts, item);
  }

  void report(Item item) {
    queue(reports, item);
  }

  /// Texts that the network still keeps.
  int waiting() {
    return texts.size();
  }

  /// Goes on after anything changed that may have been in the way.
  void proceed() {
    while (mayDeliver(texts) && deliverText()) {
      texts.removeFirst();
    }
    while (mayDeliver(reports) && deliverReport()) {
      reports.removeFirst();
    }
  }

  /// The program has what it was handed.
  ///
  /// @return false if nothing was handed to it
  boolean acknowledge() {
    if (unacknowledged.isEmpty()) {
      return false;
    }
    Unacknowledged done = unacknowledged.get();
    unacknowledged = Optional.empty();
    done.from().removeFirst();
    journal.record(new JournalEntry.Acknowledged(Instant.now(), done.item().fingerprint()));
    return true;
  }

  /// No acknowledgement will come; the network keeps the item and brings it again after a while,
  /// and the modem stops giving directly.
  void giveUpAcknowledgement() {
    if (unacknowledged.isPresent()) {
      journal.record(
          new JournalEntry.Unacknowledged(
              Instant.now(), unacknowledged.get().item().fingerprint()));
      unacknowledged = Optional.empty();
      switches.routing.stopGivingDirectly();
      resting = true;
      agenda.after(AGAIN, this::tryAgain);
    }
  }

  private void tryAgain() {
    resting = false;
    proceed();
  }

  private void queue(Deque<Item> queue, Item item) {
    if (queue.size() == MOST_WAITING) {
      throw new IllegalStateException("the practice network keeps no more than " + MOST_WAITING);
    }
    queue.addLast(item);
    proceed();
  }

  private boolean mayDeliver(Deque<Item> queue) {
    return !queue.isEmpty() && unacknowledged.isEmpty() && !resting && radio.isRegistered();
  }

  private boolean deliverText() {
    Item item = texts.getFirst();
    boolean direct = switches.routing.givesTextsDirectly();
    if (direct && item.keeping() == Keeping.ANY) {
      return hand(item, texts, "+CMT: ,");
    }
    Memory memory = item.keeping() == Keeping.SIM ? memories.sim() : memories.receiving();
    return store(item, memory, "+CMTI", direct || switches.routing.announcesTexts());
  }

  private boolean deliverReport() {
    Item item = reports.getFirst();
    if (switches.routing.givesReportsDirectly()) {
      return hand(item, reports, "+CDS: ");
    }
    return !switches.routing.storesReports()
        || store(item, memories.reports(), "+CDSI", switches.routing.announcesReports());
  }

  /// @return whether the network may forget the item
  private boolean hand(Item item, Deque<Item> from, String header) {
    modem.say(
        header + item.tpduOctets() + "\r\n" + item.hex(),
        () -> journal.record(new JournalEntry.Handed(Instant.now(), item.fingerprint())));
    if (!switches.service.isOn()) {
      return true;
    }
    Unacknowledged waiting = new Unacknowledged(item, from, System.nanoTime());
    unacknowledged = Optional.of(waiting);
    agenda.after(patience, () -> expire(waiting));
    return false;
  }

  private void expire(Unacknowledged waiting) {
    if (unacknowledged.filter(waiting::equals).isPresent()) {
      giveUpAcknowledgement();
    }
  }

  private boolean store(Item item, Memory memory, String announcement, boolean announced) {
    StoredMessage message =
        new StoredMessage(StoredMessage.State.RECEIVED_UNREAD, item.hex(), item.tpduOctets());
    OptionalInt index = memory.add(message);
    if (index.isEmpty()) {
      return false;
    }
    Place place = memory.place(index.getAsInt());
    journal.record(new JournalEntry.Stored(Instant.now(), place, item.fingerprint()));
    if (announced) {
      Place told =
          misplaces && memory == memories.reports()
              ? memories.sim().place(memories.sim().first())
              : place;
      modem.say(
          "%s: \"%s\",%d".formatted(announcement, told.memory(), told.index()),
          () ->
              journal.record(new JournalEntry.Announced(Instant.now(), place, item.fingerprint())));
    }
    return true;
  }
}
