package hospital.wardbell.store;

import hospital.wardbell.base.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// The open database. Any thread may read and write.
public final class Store implements AutoCloseable {
  private final Derby derby;
  private final DirectoryLock lock;
  private final Writer writer;
  private final Readers readers;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Store(Derby derby, DirectoryLock lock) {
    this.derby = derby;
    this.lock = lock;
    this.writer = Writer.start(() -> new Session(derby.connect()));
    this.readers = new Readers(() -> new Session(derby.connect()));
  }

  /// Opens the database in `directory`, making and migrating it if needed.
  ///
  /// @param key 32 octets; the database is encrypted with it, AES-256. It stays the caller's, who
  ///   wipes it after [#close] and not before
  /// @throws StoreFault if the key is wrong, the directory cannot be written, another process has
  ///   it open, or its schema is newer than this program
  public static Store open(Path directory, Secret key) {
    return open(directory, key, Migrations.ours());
  }

  /// Writes the database in `directory`, which must be shut, anew under another key; it takes about
  /// as long as copying it twice, and as much room again while it does. Nothing is done if there is
  /// no database, or if `from` does not open it: then `to` does, or neither.
  ///
  /// @throws StoreFault if that fails; `from` opens it then, also after a power cut
  public static void encryptAnew(Path directory, Secret from, Secret to) {
    NewDatabase.makeRoom(directory);
    try (DirectoryLock _ = DirectoryLock.take(directory)) {
      Derby.prepareProcess(directory, Derby.CACHED_PAGES);
      Path place = directory.resolve("derby");
      if (Files.exists(place)) {
        encryptAnew(new Derby(place, from), new Derby(place, to), to);
      }
    }
  }

  private static void encryptAnew(Derby former, Derby next, Secret key) {
    try {
      former.recover();
    } catch (StoreFault e) {
      if (e.kind() == StoreFault.Kind.WRONG_KEY) {
        return;
      }
      throw e;
    }
    former.encryptAnew(key);
    next.recover();
  }

  static Store open(Path directory, Secret key, List<Migration> migrations) {
    return open(directory, key, migrations, Derby.CACHED_PAGES);
  }

  /// As [#open], for a copy that is looked at once while the database itself is at work: it takes a
  /// few megabytes of memory.
  public static Store openSparingly(Path directory, Secret key) {
    return open(directory, key, Migrations.ours(), Derby.FEW_PAGES);
  }

  private static Store open(Path directory, Secret key, List<Migration> migrations, String pages) {
    NewDatabase.makeRoom(directory);
    DirectoryLock lock = DirectoryLock.take(directory);
    try {
      Derby.prepareProcess(directory, pages);
      Derby derby = NewDatabase.ensure(directory, key);
      prepare(derby, migrations);
      Derby.cache(Derby.CACHED_PAGES);
      return new Store(derby, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void prepare(Derby derby, List<Migration> migrations) {
    try (Session session = new Session(derby.connect())) {
      try {
        derby.requireEncryption();
        new Schema(session).bringTo(migrations);
      } finally {
        session.rollback();
      }
    } catch (RuntimeException e) {
      derby.shutDownQuietly();
      throw e;
    }
  }

  /// Runs `work` on the writer thread and returns when its changes are durable. If `work` throws,
  /// its changes are undone and the exception comes out here.
  ///
  /// `work` must take milliseconds, and must not call the store again. It may be run twice: if the
  /// engine undoes it for the sake of a reader, it is run once more, so what it changes besides the
  /// database it puts back with [Tx#onRollback]. [Tx#afterCommit] actions have run when this
  /// returns.
  ///
  /// @throws StoreFault if nothing was kept; only when the disk fails in the commit itself is it
  ///   unknown until the next start whether all was kept or nothing
  public <T> T write(Function<Tx, T> work) {
    refuseWriter();
    return writer.submit(new Work<>(work));
  }

  /// As [#write], for work without a result.
  public void change(Consumer<Tx> work) {
    boolean _ =
        write(tx -> {
          work.accept(tx);
          return true;
        });
  }

  /// Runs `query` on a reading connection and the caller's thread, waiting for a free one up to 10
  /// seconds. `query` must not call the store again; it may be run twice.
  public <T> T read(Function<Sql, T> query) {
    refuseWriter();
    return readers.read(query);
  }

  /// Returns when every [#read] that has begun by now has ended.
  ///
  /// @throws StoreFault of kind BUSY if that takes longer than 10 seconds
  public void awaitReads() {
    refuseWriter();
    readers.awaitAll();
  }

  private void refuseWriter() {
    if (writer.isCurrentThread()) {
      throw new IllegalStateException("a change must not call the store again");
    }
  }

  /// Copies the database into `directory`, which is as a store's own then, while others go on
  /// reading and writing. In the copy is every change that was durable before this began, and
  /// perhaps some that came later; it is encrypted as the database is, and opening it brings it to
  /// a whole state as after a crash. Takes as long as the disk needs for it.
  ///
  /// @param directory there, and empty
  public Snapshot copyInto(Path directory) {
    refuseWriter();
    long before = writer.commits();
    Map<String, Long> rows = counts();
    Whole.copy(derby, directory);
    return new Snapshot(rows, writer.commits() == before);
  }

  /// How many rows each table has, by its name.
  public Map<String, Long> counts() {
    return read(Whole::counts);
  }

  /// Has the engine check every table and index against itself.
  ///
  /// @return how many tables there are
  /// @throws StoreFault of kind BROKEN, naming the table
  public int check() {
    return read(Whole::check);
  }

  /// The numbers of the schema's steps that this program has.
  public static List<Integer> steps() {
    return Migrations.ours().stream().map(Migration::number).toList();
  }

  /// Commits so far; fewer than changes when several share one.
  long commits() {
    return writer.commits();
  }

  /// Finishes the queued writes and shuts the database down.
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    refuseWriter();
    writer.close();
    readers.close();
    try {
      derby.shutDown();
    } finally {
      lock.close();
    }
  }
}
