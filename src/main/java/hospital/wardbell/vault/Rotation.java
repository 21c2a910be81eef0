package hospital.wardbell.vault;

import hospital.wardbell.base.Loop;
import hospital.wardbell.base.PlainWords;
import hospital.wardbell.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// New keys for old while the service runs: KEKs and the index key. A loop does a little at a time,
/// and goes on with what a power cut or a full disk broke off. Any thread may call.
public final class Rotation implements AutoCloseable {
  /// What can be given a new key so.
  public enum Kind {
    KEK,
    INDEX
  }

  private static final Duration BETWEEN = Duration.ofMillis(20);
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Keyring keyring;
  private final KekRotation keks;
  private final IndexRotation index;
  private volatile Optional<Loop> loop = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();
  private boolean looked; // the loop's own thread only

  /// Has keyring and database agree first: what was restored may need keys that were retired.
  ///
  /// @param listener told when an old key is retired or destroyed
  /// @param tables those with index columns, which are gone through in this order
  /// @param others what is brought under another index key otherwise, after them
  /// @param clock by which periods are over
  /// @throws VaultFault of kind KEYRING if the keyring has not the database's index key
  public Rotation(
      Store store,
      Keyring keyring,
      KeyListener listener,
      List<BlindTable> tables,
      List<BlindRows> others,
      InstantSource clock) {
    this.keyring = keyring;
    IndexKeyTable.agree(store, keyring);
    this.keks = new KekRotation(store, keyring, listener, clock, keyring.steps());
    this.index = new IndexRotation(store, keyring, listener, tables, others);
  }

  /// Starts the loop; called once.
  public void start() {
    loop = Optional.of(Loop.start("keys", this::turn));
  }

  /// A little of what is left.
  Duration turn() {
    try {
      Duration rest = work();
      trouble = Optional.empty();
      return rest;
    } catch (RuntimeException e) {
      trouble =
          Optional.of(
              e instanceof PlainWords
                  ? String.valueOf(e.getMessage())
                  : "It failed; the log says more.");
      throw e;
    }
  }

  private Duration work() {
    if (!looked) {
      keks.reinstate();
      looked = true;
    }
    if (keks.turn()) {
      return BETWEEN;
    }
    return index.turn().orElse(IDLE);
  }

  /// Makes the new keys and wakes the loop.
  ///
  /// @return false if such a rotation is under way
  /// @throws VaultFault of kind KEYRING if the keyring cannot be written; nothing changed then
  public synchronized boolean begin(Kind kind) {
    boolean begun =
        switch (kind) {
          case KEK -> keks.begin();
          case INDEX -> index.begin();
        };
    loop.ifPresent(Loop::wake);
    return begun;
  }

  /// The keys that are being replaced go for good at the end, whatever backups need.
  public synchronized void end(Kind kind) {
    keyring.end(key -> isOf(kind, key.purpose()));
  }

  private static boolean isOf(Kind kind, String purpose) {
    return switch (kind) {
      case KEK -> purpose.startsWith(Keys.KEK);
      case INDEX -> purpose.equals(IndexKey.PLAIN) || purpose.equals(IndexKey.MARKED);
    };
  }

  /// Whether old keys are still at work.
  public boolean isUnderWay() {
    return keks.isUnderWay() || index.isUnderWay();
  }

  /// How far each kind of rows has come with the new index key; empty if none is being made.
  public Map<String, String> indexProgress() {
    return index.isUnderWay() ? index.progress() : Map.of();
  }

  /// Why it does not go on, in words; it is tried again by itself.
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    loop.ifPresent(Loop::close);
  }
}
