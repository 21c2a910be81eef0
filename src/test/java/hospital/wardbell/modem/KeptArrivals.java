package hospital.wardbell.modem;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Arrivals that are kept in memory, or refused while [#refuse] is on.
final class KeptArrivals implements Arrivals {
  final List<String> messages = new CopyOnWriteArrayList<>();
  final List<String> reports = new CopyOnWriteArrayList<>();
  private Runnable before = () -> {};

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
  public void report(String modem, String hex, Instant seen) {
    before.run();
    reports.add(hex);
  }
}
