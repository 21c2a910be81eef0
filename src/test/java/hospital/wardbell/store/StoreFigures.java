package hospital.wardbell.store;

import hospital.wardbell.base.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Measures how long a commit takes and how many changes a second groups carry; run by hand.
///
/// Prints one line per figure: changes a second, and for a single caller the median and 99th
/// percentile of one change.
final class StoreFigures {
  private static final int CHANGES = 5_000;
  private static final int BODY = 400;

  private StoreFigures() {}

  /// @param args where to make the databases, on the disk to be measured
  public static void main(String[] args) throws IOException {
    Path directory = Files.createTempDirectory(Path.of(args[0]), "figures");
    long opening = System.nanoTime();
    try (Store store = Store.open(directory, Things.KEY, Things.MIGRATIONS)) {
      System.out.printf("made and opened: %.2f s%n", (System.nanoTime() - opening) / 1e9);
      alone(store); // the first round warms the compiler
      alone(store);
      for (int callers : new int[] {2, 8, 32, 128}) {
        together(store, callers);
      }
    }
    long again = System.nanoTime();
    Store.open(directory, Things.KEY, Things.MIGRATIONS).close();
    System.out.printf("opened again and shut: %.2f s%n", (System.nanoTime() - again) / 1e9);
  }

  private static void put(Store store) {
    store.change(tx ->
        tx.update(
            "insert into thing (id, label, octets) values (?, ?, ?)",
            Id.random(),
            "figures",
            new byte[BODY]));
  }

  private static void alone(Store store) {
    long[] nanos = new long[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      long begun = System.nanoTime();
      put(store);
      nanos[i] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "1 caller: %,.0f changes/s, median %.2f ms, 99 %% %.2f ms%n",
        CHANGES / (Arrays.stream(nanos).sum() / 1e9),
        nanos[CHANGES / 2] / 1e6,
        nanos[CHANGES * 99 / 100] / 1e6);
  }

  private static void together(Store store, int callers) {
    long commits = store.commits();
    long begun = System.nanoTime();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        var _ =
            all.submit(() -> {
              for (int i = 0; i < CHANGES / callers; i++) {
                put(store);
              }
            });
      }
    }
    System.out.printf(
        "%d callers: %,.0f changes/s, %.1f to a commit%n",
        callers,
        CHANGES / ((System.nanoTime() - begun) / 1e9),
        CHANGES / (double) (store.commits() - commits));
  }
}
