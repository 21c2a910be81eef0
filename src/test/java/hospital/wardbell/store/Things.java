package hospital.wardbell.store;

import hospital.wardbell.base.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A small schema and a key for the tests of the store itself.
final class Things {
  static final Migration TABLE =
      Migration.of(
          "0001-thing.sql",
          """
          -- One table; with a semicolon here.
          create table thing (
            id {id} not null primary key,
            label varchar(100) not null,
            octets {bytes 500},
            happened {time},
            amount bigint,
            yes {flag}
          );
          """);
  static final List<Migration> MIGRATIONS = List.of(TABLE);
  static final String PUT = "insert into thing (id, label) values (?, ?)";
  static final Secret KEY = key(1);

  private Things() {}

  static Secret key(int octet) {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) octet);
    return Secret.copyOf(octets);
  }

  static long count(Store store) {
    return store.read(sql -> sql.number("select count(*) from thing"));
  }

  /// Waits for the others who read.
  static void meet(CyclicBarrier others) {
    try {
      int _ = others.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("the others did not come", e);
    }
  }
}
