package hospital.wardbell.store;

import hospital.wardbell.base.Secret;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/// The open database. Any thread may read and write.
public final class Store implements AutoCloseable {
  /// Opens the database in `directory`, making and migrating it if needed.
  ///
  /// @param key 32 octets; the database is encrypted with it, AES-256
  /// @throws StoreFault if the key is wrong, the directory cannot be written, another process has
  ///   it open, or its schema is newer than this program
  public static Store open(Path directory, Secret key) {
    throw new IllegalStateException("not built");
  }

  /// Runs `work` on the writer thread and returns when its changes are durable. If `work` throws,
  /// its changes are undone and the exception comes out here. `work` must take milliseconds, and
  /// must not call the store again.
  public <T> T write(Function<Tx, T> work) {
    throw new IllegalStateException("not built");
  }

  /// As [#write], for work without a result.
  public void change(Consumer<Tx> work) {
    throw new IllegalStateException("not built");
  }

  /// Runs `query` on a reading connection, waiting for a free one up to 10 seconds.
  public <T> T read(Function<Sql, T> query) {
    throw new IllegalStateException("not built");
  }

  /// Finishes the queued writes and shuts the database down.
  @Override
  public void close() {
    throw new IllegalStateException("not built");
  }
}
