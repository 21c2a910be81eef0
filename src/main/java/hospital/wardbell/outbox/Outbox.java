package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Loop;
import hospital.wardbell.consent.Cleared;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The queue of texts and its dispatcher. Any thread.
public final class Outbox implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Outbox.class.getName());
  private static final int MOST_RELEASED = 50;

  private final Store store;
  private final InstantSource clock;
  private final PartTable parts = new PartTable();
  private final ClaimTable claimTable = new ClaimTable();
  private final QueueView view = new QueueView();
  private final QueueTable queue;
  private final Recipients recipients;
  private final Sims sims;
  private final Ready ready;
  private final Moves moves;
  private final Known known;
  private final Reports reports;
  private final Enqueue enqueue;
  private final Route route;
  private final Outage outage;
  private final Allowances allowances;
  private final Stale stale;
  private final Claims claims;
  private final Settlements settlements;
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private final List<Loop> dispatchers = new CopyOnWriteArrayList<>();
  private final List<Loop> others = new CopyOnWriteArrayList<>();

  public Outbox(Store store, Vault vault, Gate gate, Settings settings, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.queue = new QueueTable(store);
    this.recipients = new Recipients(vault);
    this.sims = new Sims(vault);
    this.ready = new Ready(queue, clock);
    this.moves = new Moves(parts, queue, claimTable, ready, clock);
    this.known = new Known(new LineTable(), claimTable, clock);
    this.reports = new Reports(parts, moves);
    this.enqueue = new Enqueue(vault, parts, queue, recipients, known, ready, clock);
    this.route = new Route(settings, clock);
    this.outage = new Outage(store, settings, clock);
    this.allowances = new Allowances(settings, store, vault::indexKeys, clock);
    this.stale = new Stale(parts, queue, claimTable, moves, known, outage, clock);
    this.claims =
        new Claims(vault, gate, parts, queue, claimTable, moves, known, route, stale, ready, clock);
    this.settlements = new Settlements(parts, claimTable, moves, reports, known, clock);
  }

  /// Who hears of changes; set once, before [#start]. It does not hear of [#queue] itself.
  public void listen(SendListener listener) {
    moves.listen(listener);
  }

  /// Settles what a crash left SUBMITTING as UNKNOWN, then begins to send.
  public void start(List<? extends Sender> senders) {
    recover();
    // All lines are known before the first begins: one that is not there is waited for by nobody.
    List<Lane> begun = senders.stream().map(this::lane).toList();
    for (int i = 0; i < begun.size(); i++) {
      dispatchers.add(Loop.start("outbox-" + senders.get(i).name(), begun.get(i)));
    }
    others.add(Loop.start("outbox-holding", holding()));
    others.add(Loop.start("outbox-housekeeping", housekeeping()));
  }

  void recover() {
    store.change(tx -> {
      for (Part part : parts.submitting(tx)) {
        known.ends(tx, part, new PartState.Unknown());
        moves.move(tx, part, new PartState.Unknown());
        reports.settled(tx, part.id());
      }
    });
  }

  Housekeeping housekeeping() {
    return new Housekeeping(store, parts, moves, clock);
  }

  Holding holding() {
    return new Holding(store, parts, queue, moves, stale, outage, ready, route, clock);
  }

  /// A dispatcher for `sender` that nobody turns yet.
  Lane lane(Sender sender) {
    Line line = new Line(sender);
    Lane lane = new Lane(line, route, outage, allowances, store, claims, settlements, ready, clock);
    route.add(line);
    lanes.add(lane);
    return lane;
  }

  /// A modem may have become able to send; look again now. Never blocks.
  public void wake() {
    lanes.forEach(Lane::woken);
    turn();
  }

  private void turn() {
    dispatchers.forEach(Loop::wake);
  }

  /// Divides the message into parts and queues them, in the caller's transaction.
  public void queue(Tx tx, Cleared cleared) {
    enqueue.queue(tx, cleared);
    tx.afterCommit(this::turn);
  }

  /// The parts in order; empty if there is no such message.
  public List<Part> parts(Sql sql, Id message) {
    return parts.parts(sql, message);
  }

  /// To whom a message went, of which everything else has been erased, is not known any more.
  public void forget(Tx tx, Id message) {
    parts.forget(tx, message);
  }

  /// The worst part's state.
  public Optional<PartState> state(Sql sql, Id message) {
    List<Part> found = parts.parts(sql, message);
    return found.isEmpty() ? Optional.empty() : Optional.of(PartState.worst(found));
  }

  /// A status report from the network, as raw PDU; durable when this returns. Late, doubled and
  /// foreign ones change nothing, and one that cannot be read is logged without what is in it.
  ///
  /// @param sim the ICCID of the SIM that was in the modem then, if it is known
  public void report(String modem, Optional<String> sim, String hex, Instant seen) {
    try {
      if (Pdu.read(hex, Pdu.Way.TO_MOBILE).tpdu() instanceof StatusReportTpdu tpdu) {
        store.change(tx ->
            reports.take(
                tx, modem, sims.of(sim), tpdu, recipients.tail(tpdu.recipient().remote()), seen));
        turn();
        return;
      }
      LOG.log(Level.WARNING, "modem {0} took another PDU for a status report", modem);
    } catch (MalformedPdu e) {
      LOG.log(
          Level.WARNING,
          "modem {0} has a status report that cannot be read: {1}",
          modem,
          e.getMessage());
    }
  }

  /// A person says what became of a message whose outcome is unknown. The caller records the act.
  ///
  /// @param arrived true: the patient has it; false: it failed
  /// @return whether there was something to settle
  public boolean settle(Tx tx, Id message, boolean arrived, Actor by) {
    List<Part> unknown =
        parts.parts(tx, message).stream()
            .filter(part -> part.state().kind() == PartState.Kind.UNKNOWN)
            .toList();
    for (Part part : unknown) {
      parts.signedBy(tx, part.id(), by.label());
      moves.move(
          tx,
          part,
          arrived ? new PartState.Delivered(clock.instant()) : new PartState.Failed("person"));
    }
    tx.afterCommit(this::turn);
    return !unknown.isEmpty();
  }

  /// Takes back what has not been handed over yet. The caller records the act.
  ///
  /// @return whether every part could be taken back
  public boolean cancel(Tx tx, Id message, Actor by) {
    List<Part> all = parts.parts(tx, message);
    List<Part> waiting = all.stream().filter(part -> Moves.isWaiting(part.state())).toList();
    waiting.forEach(part -> parts.signedBy(tx, part.id(), by.label()));
    // Those behind the first follow it.
    waiting.stream().findFirst().ifPresent(part -> moves.move(tx, part, new PartState.Cancelled()));
    return !all.isEmpty() && waiting.size() == all.size();
  }

  /// A conversation's remote has texted `line`, so it knows that number.
  public void heard(Tx tx, Id conversation, String line) {
    known.met(tx, conversation, line);
  }

  /// Lets a message go that is held because texting was out for long. The caller records the act.
  ///
  /// @return whether it was held so
  public boolean release(Tx tx, Id message, Actor by) {
    tx.afterCommit(this::turn);
    return stale.release(tx, message, by);
  }

  /// Lets the oldest of all such messages go; again until there are none. The caller records the
  /// act.
  ///
  /// @param most 50 at the most, so that what goes out is not held up
  /// @return how many messages
  public int release(Tx tx, int most, Actor by) {
    tx.afterCommit(this::turn);
    return stale.release(tx, Math.min(most, MOST_RELEASED), by);
  }

  /// What waits, in the order in which it goes out; at most `most`.
  public List<QueueEntry> waiting(int most) {
    return store.read(sql -> view.entries(sql, most));
  }

  /// Tries a held message again at once. One that may not go before its time, or waits to be
  /// released, stays as it is. The caller records the act.
  ///
  /// @return whether it was held by a refusal
  public boolean retry(Tx tx, Id message) {
    List<Part> refused =
        parts.parts(tx, message).stream().filter(part -> isRefused(part.state())).toList();
    refused.forEach(part -> moves.move(tx, part, new PartState.Queued()));
    tx.afterCommit(this::turn);
    return !refused.isEmpty();
  }

  private static boolean isRefused(PartState state) {
    return state instanceof PartState.Held(_, String why)
        && (why.startsWith("refused.") || why.startsWith("modem."));
  }

  /// How many messages wait to be released, and since when the oldest.
  public Depth stale(Sql sql) {
    return stale.depth(sql);
  }

  /// How many parts wait, and since when the oldest.
  public record Depth(int queued, Optional<Instant> oldest) {}

  public Depth depth() {
    return store.read(sql -> queue.depth(sql));
  }

  /// Ends the dispatcher after the part under way.
  @Override
  public void close() {
    lanes.forEach(Lane::stop);
    dispatchers.forEach(Loop::close);
    others.forEach(Loop::close);
  }
}
