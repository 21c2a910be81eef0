package hospital.wardbell.outbox;

import hospital.wardbell.base.Loop;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.modem.Errand;
import hospital.wardbell.modem.ErrandOutcome;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// Looks after the modems beside the queue: does a text of each come back, and what is left on its
/// SIM. Any thread; one virtual loop for each modem.
public final class Rounds implements AutoCloseable {
  /// A modem to look after.
  ///
  /// @param errands has it asked something; its futures always complete, and never exceptionally
  public record Line(Sender sender, Function<Errand, CompletableFuture<ErrandOutcome>> errands) {}

  private final Store store;
  private final Settings settings;
  private final RoundTable table;
  private final SelfTests tests;
  private final InstantSource clock;
  private final List<Round> rounds = new CopyOnWriteArrayList<>();
  private final List<Loop> loops = new CopyOnWriteArrayList<>();

  public Rounds(Store store, Vault vault, Gate gate, Settings settings, InstantSource clock) {
    this.store = store;
    this.settings = settings;
    this.table = new RoundTable(vault);
    this.tests = new SelfTests(store, gate, table, clock);
    this.clock = clock;
  }

  /// Begins to look after `lines`. Once.
  ///
  /// @param reader reads a number as a SIM has it; empty if it is none that can be texted
  /// @param changed told when there is something new to show; must not block
  public void start(
      List<Line> lines, Function<String, Optional<PhoneNumber>> reader, Runnable changed) {
    for (Line line : lines) {
      loops.add(Loop.start("round-" + line.sender().name(), round(line, reader, changed)));
    }
  }

  /// One that nobody turns yet.
  Round round(Line line, Function<String, Optional<PhoneNumber>> reader, Runnable changed) {
    Round round = new Round(line, tests, table, store, settings, reader, changed, clock);
    rounds.add(round);
    return round;
  }

  /// Has `modem` tested as soon as it can send, whatever the hour.
  ///
  /// @return whether there is such a modem
  public boolean testSoon(String modem) {
    Optional<Round> round = round(modem);
    round.ifPresent(Round::want);
    wake();
    return round.isPresent();
  }

  /// A modem may have become able to send; look again now. Never blocks.
  public void wake() {
    loops.forEach(Loop::wake);
  }

  /// Takes a received text that is a self-test of ours: it is in no conversation then.
  ///
  /// @return whether it is one
  public boolean cameBack(Tx tx, Remote from, String text, Instant at) {
    Optional<String> modem = tests.cameBack(tx, from, text, at);
    modem.ifPresent(_ -> tx.afterCommit(this::wake));
    return modem.isPresent();
  }

  /// The last self-test of `modem`, if there was one.
  public Optional<SelfTest> selfTest(String modem) {
    return round(modem).flatMap(Round::last);
  }

  /// Whether the last self-test of `modem` should have come back by now and did not.
  public boolean isLost(String modem) {
    return round(modem).filter(Round::isLost).isPresent();
  }

  /// What the network last said of the credit of the SIM in `modem`.
  public Optional<Balance> balance(String modem) {
    return round(modem).flatMap(Round::balance);
  }

  private Optional<Round> round(String modem) {
    return rounds.stream().filter(round -> round.name().equals(modem)).findFirst();
  }

  /// Ends the loops after what they are at.
  @Override
  public void close() {
    loops.forEach(Loop::close);
  }
}
