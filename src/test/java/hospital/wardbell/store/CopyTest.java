package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyTest {
  private static final int WRITERS = 3;

  @TempDir private Path directory;
  private Path copy;

  @BeforeEach
  void makeRoom() throws Exception {
    copy = Files.createDirectory(directory.resolve("copy"));
  }

  private Store open(Path of) {
    return Store.open(of, Things.KEY, Things.MIGRATIONS);
  }

  private static void put(Store store, String label) {
    store.change(tx -> tx.update(Things.PUT, Id.random(), label));
  }

  private static List<String> labels(Store store) {
    return store.read(sql -> sql.list("select label from thing", row -> row.text("label")));
  }

  @Test
  void the_copy_of_a_database_at_rest_has_exactly_the_rows_that_were_told() {
    Snapshot snapshot;
    try (Store store = open(directory.resolve("database"))) {
      for (int i = 0; i < 50; i++) {
        put(store, "thing " + i);
      }
      snapshot = store.copyInto(copy);
    }

    try (Store opened = open(copy)) {
      assertThat(snapshot.still()).isTrue();
      assertThat(opened.counts()).isEqualTo(snapshot.rows()).containsEntry("THING", 50L);
      assertThat(opened.check()).isEqualTo(2);
    }
  }

  @Test
  void a_copy_made_while_writers_write_has_every_row_acknowledged_before_it_began()
      throws Exception {
    Set<String> acknowledged = new HashSet<>();
    try (Store store = open(directory.resolve("database"))) {
      for (int i = 0; i < 2_000; i++) {
        put(store, "before " + i);
        acknowledged.add("before " + i);
      }
      AtomicBoolean ended = new AtomicBoolean();
      List<Thread> writers = writers(store, ended);
      long atWork = Things.count(store);
      while (Things.count(store) < atWork + 20) {
        Thread.onSpinWait();
      }

      Snapshot snapshot = store.copyInto(copy);

      ended.set(true);
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(snapshot.still()).isFalse();
      assertThat(store.check()).isEqualTo(2);
    }
    try (Store opened = open(copy)) {
      assertThat(labels(opened)).containsAll(acknowledged).doesNotHaveDuplicates();
      assertThat(opened.check()).isEqualTo(2);
      put(opened, "afterwards");
    }
  }

  private static List<Thread> writers(Store store, AtomicBoolean ended) {
    List<Thread> writers = new ArrayList<>();
    for (int w = 0; w < WRITERS; w++) {
      String word = "during " + w + " ";
      writers.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; !ended.get(); i++) {
                  put(store, word + i);
                }
              }));
    }
    return writers;
  }
}
