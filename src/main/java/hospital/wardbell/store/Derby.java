package hospital.wardbell.store;

import hospital.wardbell.base.Incident;
import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.io.Reader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/// One Apache Derby database, embedded in this process and encrypted whole with AES-256.
///
/// Everything that is Derby's own and not SQL is here, in [Dialect], in [DatabaseLog] and in the
/// states that [Faults] reads. A connection boots the database if it is not running, so a database
/// that shut itself down (a full disk) comes back with the next connection.
final class Derby {
  private static final Logger LOG = System.getLogger(Derby.class.getName());
  private static final String URL = "jdbc:derby:";
  // Named on every open: left out at creation it would mean 56-bit DES.
  private static final String ALGORITHM = "AES/CBC/NoPadding";
  // It has shut down, or was not running.
  private static final Set<String> SHUT_DOWN = Set.of("08006", "XJ004");
  private static final String SYSTEM_HOME = "derby.system.home";
  private static final String NO_MANAGEMENT =
      "derby.module.mgmt.jmx=org.apache.derby.impl.services.jmxnone.NoManagementService\n";
  // Said for all tables: left to itself, the engine gives a table that may have a long row pages of
  // 32 kB, and reads one of them for each short row.
  private static final String PAGE_OCTETS = "8192";
  // 40 MB of heap.
  static final String CACHED_PAGES = "5000";
  static final String FEW_PAGES = "400";
  private static final String CACHE = "derby.storage.pageCacheSize";

  private static final long ROOM_OCTETS = 2_000_000;

  private final Path directory;
  private final Secret key;

  /// @param directory the database's own; made by [#create]
  Derby(Path directory, Secret key) {
    if (key.length() != 32) {
      throw new IllegalArgumentException("a database key has 32 octets");
    }
    this.directory = directory.toAbsolutePath();
    this.key = key;
  }

  /// Sets what Derby reads from system properties, and from its own file in `directory` when the
  /// first store of the process is opened. They are the same for every store, so a second one
  /// changes nothing, but for how many pages it keeps in memory.
  static void prepareProcess(Path directory, String pages) {
    if (pages.equals(CACHED_PAGES)) {
      nobodyManagesIt(directory); // a copy's directory is gone before the process is
    }
    // A file, were one named, would be preferred to our filter, and a damaged page is dumped into
    // the log in the clear.
    System.clearProperty("derby.stream.error.file");
    System.setProperty("derby.stream.error.method", DatabaseLog.class.getName() + ".open");
    // "test", from wherever it came, would mean commits that do not reach the disk.
    System.setProperty("derby.system.durability", "full");
    cache(pages);
    System.setProperty("derby.storage.useDefaultFilePermissions", "false");
    System.setProperty("derby.storage.pageSize", PAGE_OCTETS);
    // Seconds. Changes take milliseconds, so whoever waits longer is in a deadlock.
    System.setProperty("derby.locks.deadlockTimeout", "1");
    System.setProperty("derby.locks.waitTimeout", "2");
  }

  /// How many pages a database keeps in memory that is opened after this.
  static void cache(String pages) {
    System.setProperty(CACHE, pages);
  }

  /// Its beans for JMX, which nobody asks, take longer to start than the database. Only from a file
  /// does it take that they are not wanted.
  private static void nobodyManagesIt(Path directory) {
    if (System.getProperty(SYSTEM_HOME) != null) {
      return;
    }
    Path file = directory.resolve("derby.properties");
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(NO_MANAGEMENT)) {
        Files.writeString(file, NO_MANAGEMENT);
      }
    } catch (IOException e) {
      throw Faults.ofDirectory(e, "writing in the database's directory");
    }
    System.setProperty(SYSTEM_HOME, directory.toAbsolutePath().toString());
  }

  /// Makes the database and shuts it down again.
  void create() {
    Properties properties = properties();
    properties.setProperty("create", "true");
    try (Connection connection = DriverManager.getConnection(URL, properties)) {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw Faults.of(e, "making the database");
    }
    shutDown();
  }

  /// Boots the database and writes all of it anew under `next`. Cut off, it is as before.
  ///
  /// Whether it was done shows when it is opened by `next`: with the keys as properties Derby boots
  /// twice, and after it has written everything says of the second time that the key is wrong.
  void encryptAnew(Secret next) {
    Properties properties = properties();
    properties.setProperty("newEncryptionKey", next.lend(HexFormat.of()::formatHex));
    try (Connection connection = DriverManager.getConnection(URL, properties)) {
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      StoreFault fault = Faults.of(e, "encrypting the database anew");
      if (fault.kind() != StoreFault.Kind.WRONG_KEY) {
        throw fault;
      }
    }
    shutDown();
  }

  /// Boots the database, which undoes or finishes what a power cut left, and shuts it down again.
  void recover() {
    try {
      connect().close();
    } catch (SQLException e) {
      throw Faults.of(e, "opening the database");
    }
    shutDown();
  }

  /// A new connection in read-committed isolation, its transactions ended by hand.
  ///
  /// An engine that could write nothing while it booted, as on a full disk, lets the database be
  /// read only for as long as it runs: then it is shut down again, so that the next connection
  /// finds out anew.
  Connection connect() {
    try {
      Connection connection = DriverManager.getConnection(URL, properties());
      if (connection.isReadOnly()) {
        connection.close();
        shutDownQuietly();
        throw Faults.readOnly(hasRoom());
      }
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      return connection;
    } catch (SQLException e) {
      throw hasRoom() ? Faults.of(e, "opening the database") : Faults.withoutRoom(e);
    }
  }

  /// Whether there is room to boot: one more file of the engine's log, and what it keeps besides.
  private boolean hasRoom() {
    try {
      return Files.getFileStore(directory).getUsableSpace() >= ROOM_OCTETS;
    } catch (IOException _) {
      return true; // it is not known to be full
    }
  }

  /// @throws StoreFault if the database says of itself that it is not encrypted with AES. With a
  ///   key from outside it keeps no name of the cipher, only its block: 16 octets, where DES,
  ///   triple DES and Blowfish have 8
  void requireEncryption() {
    Properties own = new Properties();
    try (Reader in =
        Files.newBufferedReader(
            directory.resolve("service.properties"), StandardCharsets.ISO_8859_1)) {
      own.load(in);
    } catch (IOException e) {
      throw Faults.of(e, "reading how the database is encrypted");
    }
    if (!own.getProperty("dataEncryption", "").equals("true")
        || !own.getProperty("derby.encryptionBlockSize", "").equals("16")) {
      throw new StoreFault(
          StoreFault.Kind.BROKEN,
          "The database is not encrypted with AES-256. Nothing was written to it. Restore a backup.");
    }
  }

  void shutDown() {
    Properties properties = new Properties();
    properties.setProperty("databaseName", directory.toString());
    properties.setProperty("shutdown", "true");
    try {
      DriverManager.getConnection(URL, properties).close();
    } catch (SQLException e) {
      if (!SHUT_DOWN.contains(String.valueOf(e.getSQLState()))) {
        throw Faults.of(e, "shutting the database down");
      }
    }
  }

  /// As [#shutDown], on the way out of another failure, which is the one to tell.
  void shutDownQuietly() {
    try {
      shutDown();
    } catch (StoreFault e) {
      LOG.log(Level.WARNING, Incident.of(e).line("store"));
    }
  }

  // By properties and not in the URL, which is shown in messages and metadata.
  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("databaseName", directory.toString());
    properties.setProperty("dataEncryption", "true");
    properties.setProperty("encryptionAlgorithm", ALGORITHM);
    properties.setProperty("encryptionKey", key.lend(HexFormat.of()::formatHex));
    return properties;
  }
}
