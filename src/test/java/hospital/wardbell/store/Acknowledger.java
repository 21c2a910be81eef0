package hospital.wardbell.store;

import hospital.wardbell.base.Id;
import hospital.wardbell.crypto.Cryptography;
import java.nio.file.Path;

/// The program that the crash test kills: four threads put a number each and print it once the
/// store has said that it is kept, without end.
final class Acknowledger {
  private static final int THREADS = 4;

  private Acknowledger() {}

  /// @param args the store's directory, and a word that is in everything it writes
  public static void main(String[] args) {
    Cryptography.ofThisBuild().begin();
    Store store = Store.open(Path.of(args[0]), Things.KEY, Things.MIGRATIONS);
    for (int i = 0; i < THREADS; i++) {
      String prefix = args[1] + "-" + i + "-";
      Thread.ofPlatform().start(() -> put(store, prefix));
    }
  }

  private static void put(Store store, String prefix) {
    for (int i = 0; true; i++) {
      String label = prefix + i;
      store.change(tx -> tx.update(Things.PUT, Id.random(), label));
      System.out.println(label);
    }
  }
}
