package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stranger on a connection of its own holds a row, as a reader in a deadlock would.
class ContentionTest {
  private static final Id ROW = Id.random();
  private static final String TOUCH = "update thing set label = ? where id = ?";

  @TempDir private Path directory;
  private Store store;
  private Session stranger;

  @BeforeEach
  void hold() {
    store = Store.open(directory, Things.KEY, Things.MIGRATIONS);
    store.change(tx -> tx.update(Things.PUT, ROW, "first"));
    stranger = new Session(new Derby(directory.resolve("derby"), Things.KEY).connect());
    stranger.update(TOUCH, "stranger's", ROW);
  }

  @AfterEach
  void close() {
    stranger.rollback();
    stranger.close();
    store.close();
  }

  private String label() {
    return store.read(sql ->
        sql.one("select label from thing where id = ?", r -> r.text("label"), ROW).orElseThrow());
  }

  @Test
  void a_change_that_the_engine_undid_is_run_once_more() {
    List<String> happened = new ArrayList<>();

    store.change(tx -> {
      tx.afterCommit(() -> happened.add("committed"));
      tx.onRollback(() -> happened.add("undone"));
      tx.onRollback(stranger::rollback);
      tx.update(TOUCH, "mine", ROW);
    });

    assertThat(happened).containsExactly("undone", "committed");
    assertThat(label()).isEqualTo("mine");
  }

  @Test
  void a_change_that_swallows_the_fault_is_undone_all_the_same() {
    assertThatThrownBy(() ->
            store.change(tx -> {
              tx.update(Things.PUT, Id.random(), "x");
              assertThatThrownBy(() -> tx.update(TOUCH, "mine", ROW))
                  .isInstanceOf(StoreFault.class);
            }))
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.BUSY));

    stranger.rollback();
    assertThat(Things.count(store)).isEqualTo(1);
  }

  @Test
  void a_query_that_waited_too_long_is_asked_once_more() {
    List<Integer> tries = new ArrayList<>();

    String read =
        store.read(sql -> {
          tries.add(tries.size());
          if (tries.size() == 2) {
            stranger.rollback();
          }
          return sql.one("select label from thing where id = ?", r -> r.text("label"), ROW)
              .orElseThrow();
        });

    assertThat(read).isEqualTo("first");
    assertThat(tries).hasSize(2);
  }
}
