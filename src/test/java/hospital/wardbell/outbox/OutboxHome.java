package hospital.wardbell.outbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Draft;
import hospital.wardbell.consent.GateHome;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.pdu.Address;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.Status;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A home with an outbox on a real database, its lanes turned by the test and not by threads.
final class OutboxHome implements AutoCloseable {
  /// Three parts in the default alphabet.
  static final String LONG = "0123456789".repeat(40);

  private static final Address OTHER_CENTRE = Address.of(new PhoneNumber("+12025550188"));

  private final List<PartState> heard = new ArrayList<>();
  private final Map<String, String> sims = new HashMap<>();

  final GateHome base;
  Outbox outbox;

  OutboxHome(Path directory) {
    this.base = new GateHome(directory);
    this.outbox = fresh();
  }

  /// An outbox that knows nothing but what the rows say, as after a crash.
  Outbox fresh() {
    outbox = new Outbox(base.store, base.vault, base.gate, base.settings, base.clock);
    outbox.listen((_, _, worst) -> heard.add(worst));
    return outbox;
  }

  /// Empties the queue of the tests before.
  void clear() {
    base.store.change(tx -> {
      tx.update("delete from outbox_part");
      tx.update("delete from outbox_report");
      tx.update("delete from outbox_known_line");
      tx.update("delete from outbox_ability");
    });
    fresh();
    heard.clear();
    sims.clear();
  }

  /// Every worst state the listener heard of, in order.
  List<PartState> heard() {
    return heard;
  }

  PhoneNumber optedIn() {
    PhoneNumber number = base.number();
    base.optIn(number);
    return number;
  }

  Id queue(PhoneNumber to, String text) {
    return queue(base.draft(to, text));
  }

  /// What a program sends in bulk.
  Id queueBulk(PhoneNumber to, String text) {
    Actor program = new Actor.Integration(Id.random());
    return queue(base.draft(to, Purpose.APPOINTMENT, text, program, Optional.empty()));
  }

  /// What a program sends to one whose conversation is `conversation`, on behalf of `team`.
  Id queueBulk(PhoneNumber to, Id conversation, Id team, String text) {
    return queue(bulk(to, conversation, team, text, Optional.empty()));
  }

  Draft bulk(PhoneNumber to, Id conversation, Id team, String text, Optional<Duration> lifetime) {
    Actor program = new Actor.Integration(Id.random());
    Draft like = base.draft(to, Purpose.APPOINTMENT, text, program, Optional.empty());
    return new Draft(
        like.message(),
        conversation,
        team,
        like.key(),
        like.to(),
        like.purpose(),
        text,
        program,
        like.answers(),
        lifetime);
  }

  void set(Settings.Key key, String value) {
    base.settings.set(key, value, new Actor.Operator("it"));
  }

  void set(Settings.Key key, String line, String value) {
    base.settings.set(key, line, value, new Actor.Operator("it"));
  }

  Id queue(Draft draft) {
    var cleared = base.cleared(draft);
    base.store.change(tx -> outbox.queue(tx, cleared));
    return draft.message();
  }

  List<PartState> states(Id message) {
    return base.store.read(sql -> outbox.parts(sql, message).stream().map(Part::state).toList());
  }

  PartState state(Id message) {
    return base.store.read(sql -> outbox.state(sql, message)).orElseThrow();
  }

  /// Turns `lane` until it rests; returns for how long.
  static Duration drain(Lane lane) {
    Duration rest = lane.take();
    while (rest.isZero()) {
      rest = lane.take();
    }
    return rest;
  }

  /// From now on `sim` is in the modem that reports come by, and it says so.
  void insert(String modem, String sim) {
    sims.put(modem, sim);
  }

  /// A status report as the network writes it, from a service centre that no text went to.
  void report(String modem, int reference, PhoneNumber from, int status, Instant accepted) {
    report(modem, reference, Address.of(from), status, accepted);
  }

  void report(String modem, int reference, Address from, int status, Instant accepted) {
    var tpdu =
        new StatusReportTpdu(
            reference,
            from,
            accepted.atOffset(ZoneOffset.UTC),
            accepted.plus(Duration.ofSeconds(4)).atOffset(ZoneOffset.UTC),
            new Status(status),
            false,
            false);
    Optional<String> sim = Optional.ofNullable(sims.get(modem));
    outbox.report(modem, sim, new Pdu(Optional.of(OTHER_CENTRE), tpdu).hex(), base.clock.instant());
  }

  void pass(Duration time) {
    base.clock.pass(time);
  }

  Instant now() {
    return base.clock.instant();
  }

  @Override
  public void close() {
    outbox.close();
    base.close();
  }
}
