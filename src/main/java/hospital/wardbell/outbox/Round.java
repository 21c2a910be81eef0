package hospital.wardbell.outbox;

import hospital.wardbell.base.Loop;
import hospital.wardbell.base.NetworkCode;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.modem.Errand;
import hospital.wardbell.modem.ErrandOutcome;
import hospital.wardbell.outbox.Rounds.Line;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;

/// Looks after one modem once a minute: its self-test at the hour that is set, its SIM's balance
/// once a day. One thread at a time takes turns; any thread may read and wake.
final class Round implements Loop.Turn {
  private static final Logger LOG = System.getLogger(Round.class.getName());
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// A SIM may name a number that has become somebody else's, who must not be texted every day.
  private static final long MOST_LOST = 3;

  /// After a question that nobody answered.
  private static final Duration AGAIN = Duration.ofHours(1);

  private final Line line;
  private final SelfTests tests;
  private final RoundTable table;
  private final Store store;
  private final Settings settings;
  private final Function<String, Optional<PhoneNumber>> reader;
  private final Runnable changed;
  private final InstantSource clock;
  private Instant nextTest = Instant.MIN;
  private Instant nextAsking;
  private boolean wasLost;
  private volatile boolean wanted;
  private volatile Optional<SelfTest> last;
  private volatile Optional<Balance> balance;

  Round(
      Line line,
      SelfTests tests,
      RoundTable table,
      Store store,
      Settings settings,
      Function<String, Optional<PhoneNumber>> reader,
      Runnable changed,
      InstantSource clock) {
    this.line = line;
    this.tests = tests;
    this.table = table;
    this.store = store;
    this.settings = settings;
    this.reader = reader;
    this.changed = changed;
    this.clock = clock;
    this.last = store.read(sql -> table.last(sql, line.sender().name()));
    this.balance = store.read(sql -> table.balance(sql, line.sender().name()));
    this.nextAsking = balance.map(known -> known.told().plus(DAY)).orElse(Instant.MIN);
  }

  @Override
  public Duration take() {
    reload();
    Instant now = clock.instant();
    if (line.sender().maySend()) {
      if (wanted || isTestDue(now)) {
        long most = wanted ? Long.MAX_VALUE : MOST_LOST;
        wanted = false;
        nextTest = now.plus(AGAIN);
        test(most);
      }
      if (!now.isBefore(nextAsking)) {
        code().ifPresent(code -> ask(code, now));
      }
    }
    tellLost();
    return BETWEEN;
  }

  private void reload() {
    last = store.read(sql -> table.last(sql, line.sender().name()));
  }

  private boolean isTestDue(Instant now) {
    String hour = settings.text(Settings.Key.SELF_TEST_HOUR);
    if (hour.equals(Settings.OFF) || now.isBefore(nextTest)) {
      return false;
    }
    ZonedDateTime local = now.atZone(settings.zone());
    ZonedDateTime today =
        local.toLocalDate().atStartOfDay(local.getZone()).withHour(Integer.parseInt(hour));
    boolean tested = last.filter(test -> !test.sent().isBefore(today.toInstant())).isPresent();
    return !local.isBefore(today) && !tested;
  }

  /// @param most as many tests in a row may have been lost
  private void test(long most) {
    Optional<PhoneNumber> own =
        switch (line.errands().apply(new Errand.OwnNumber()).join()) {
          case ErrandOutcome.Told(var number) -> reader.apply(number);
          case ErrandOutcome.Untold _ -> Optional.empty();
        };
    if (own.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "modem {0}: no self-test, since its SIM does not say its own number",
          line.sender().name());
      return;
    }
    if (store.read(sql -> table.lost(sql, line.sender().name(), own.get())) >= most) {
      LOG.log(
          Level.WARNING,
          "modem {0}: no self-test after several that were lost; its SIM may name another's number",
          line.sender().name());
      return;
    }
    tests.send(line.sender(), own.get());
    reload();
  }

  private Optional<NetworkCode> code() {
    return Optional.of(settings.text(Settings.Key.BALANCE_CODE))
        .filter(code -> !code.equals(Settings.OFF))
        .map(NetworkCode::new);
  }

  private void ask(NetworkCode code, Instant now) {
    switch (line.errands().apply(new Errand.Ask(code)).join()) {
      case ErrandOutcome.Told(var words) -> {
        Balance told = new Balance(line.sender().name(), words, now);
        store.change(tx -> table.keep(tx, told));
        balance = Optional.of(told);
        nextAsking = now.plus(DAY);
        changed.run();
      }
      case ErrandOutcome.Untold(var why) -> {
        LOG.log(Level.INFO, "modem {0}: no balance: {1}", line.sender().name(), why);
        nextAsking = now.plus(AGAIN);
      }
    }
  }

  private void tellLost() {
    boolean lost = isLost();
    if (lost != wasLost) {
      wasLost = lost;
      changed.run();
    }
  }

  /// Tests at the next turn, whatever the hour. The caller wakes the loop.
  void want() {
    wanted = true;
  }

  String name() {
    return line.sender().name();
  }

  Optional<SelfTest> last() {
    return last;
  }

  boolean isLost() {
    return last.filter(test -> test.isLost(clock.instant())).isPresent();
  }

  Optional<Balance> balance() {
    return balance;
  }
}
