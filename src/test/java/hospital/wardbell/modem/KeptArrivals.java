package hospital.wardbell.modem;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Arrivals that are kept in memory, or refused while [#refuse] is on.
final class KeptArrivals implements Arrivals {
  final List<String> messages = new CopyOnWriteArrayList<>();
  final List<String> reports = new CopyOnWriteArrayList<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  volatile boolean answersCalls;
  private Runnable before = () -> {};

  /// Hands over to these, at once, for a modem whose SIM is not known.
  Handover handover(InstantSource clock) {
    return new Handover("front", Optional::empty, this, clock, Runnable::run, () -> {});
  }

  /// Runs `check` at each arrival, before it is kept.
  KeptArrivals before(Runnable check) {
    before = check;
    return this;
  }

  KeptArrivals refuse(boolean refuse) {
    return before(() -> {
      if (refuse) {
        throw new IllegalStateException("no room");
      }
    });
  }

  @Override
  public void message(String modem, String hex, Instant seen) {
    before.run();
    messages.add(hex);
  }

  @Override
  public void report(String modem, Optional<String> sim, String hex, Instant seen) {
    before.run();
    reports.add(hex);
  }

  /// Keeps who called; `withheld` if nobody says.
  @Override
  public void call(String modem, Optional<String> caller, Instant seen) {
    before.run();
    calls.add(caller.orElse("withheld"));
  }

  @Override
  public boolean answersCalls() {
    return answersCalls;
  }
}
