package hospital.wardbell.modem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is kept of a line, in memory; a full disk can be had.
final class KeptMemory implements LineMemory {
  private final Map<String, String> kept = new ConcurrentHashMap<>();
  private boolean full;

  KeptMemory full() {
    full = true;
    return this;
  }

  @Override
  public Optional<String> recall(String key) {
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void keep(String key, String value) {
    if (full) {
      throw new UncheckedIOException(new IOException("no room"));
    }
    kept.put(key, value);
  }

  @Override
  public void forget(String key) {
    kept.remove(key);
  }
}
