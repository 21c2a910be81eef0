package hospital.wardbell.vault;

import hospital.wardbell.base.Loop;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.util.Optional;

/// New KEKs for old while the service runs: a loop that does a little at a time, and goes on with
/// what a power cut broke off. Any thread may call.
public final class Rotation implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(20);
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final KekRotation keks;
  private volatile Optional<Loop> loop = Optional.empty();

  /// @param listener told when an old key is destroyed
  public Rotation(Store store, Keyring keyring, KeyListener listener) {
    this.keks = new KekRotation(store, keyring, listener, Steps.unheard());
  }

  /// Starts the loop; called once.
  public void start() {
    loop = Optional.of(Loop.start("keys", this::turn));
  }

  private Duration turn() {
    return keks.turn() ? BETWEEN : IDLE;
  }

  /// Makes the new KEKs and wakes the loop.
  ///
  /// @return false if a rotation is under way
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; nothing changed then
  public synchronized boolean begin() {
    boolean begun = keks.begin();
    loop.ifPresent(Loop::wake);
    return begun;
  }

  /// Whether old KEKs are still there.
  public boolean isUnderWay() {
    return keks.isUnderWay();
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}
