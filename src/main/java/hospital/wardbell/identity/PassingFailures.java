package hospital.wardbell.identity;

import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindRows;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Failed sign-ins while the index key is being changed. Whom they are about is not kept, so they
/// cannot be blinded anew: they are waited for, and none counts for longer than a day.
final class PassingFailures implements BlindRows {
  private static final Duration WAITING = Duration.ofMinutes(1);

  private final Store store;
  private final Vault vault;
  private final InstantSource clock;
  private volatile String progress = "not begun";

  PassingFailures(Store store, Vault vault, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public String what() {
    return "failed sign-ins";
  }

  @Override
  public Optional<Duration> turn() {
    store.change(tx ->
        tx.update(
            "delete from sign_in_failure where latest_at < ?",
            clock.instant().minus(Backoff.ACCOUNT.memory())));
    long left =
        store.read(sql ->
            sql.list("select subject from sign_in_failure", row -> row.bytes("subject")).stream()
                .filter(subject -> !vault.isCurrent(subject))
                .count());
    progress = left == 0 ? "done" : "waits until " + left + " have passed, a day at most";
    return left == 0 ? Optional.empty() : Optional.of(WAITING);
  }

  @Override
  public String progress() {
    return progress;
  }
}
