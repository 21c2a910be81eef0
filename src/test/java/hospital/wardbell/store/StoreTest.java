package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreTest {
  private enum Colour {
    RED
  }

  private static final String EVERYTHING =
      "insert into thing (id, label, octets, happened, amount, yes) values (?, ?, ?, ?, ?, ?)";

  private Path directory;
  private Store store;

  @BeforeAll
  void open(@TempDir Path temporary) {
    directory = temporary;
    store = Store.open(directory, Things.KEY, Things.MIGRATIONS);
  }

  @BeforeEach
  void empty() {
    store.change(tx -> tx.update("delete from thing"));
  }

  @AfterAll
  void close() {
    store.close();
  }

  @Test
  void every_kind_of_value_comes_back_as_it_was() {
    Id id = Id.random();
    Instant when = Instant.ofEpochMilli(1_790_000_000_123L);
    byte[] octets = {1, 2, 3};

    store.change(tx -> tx.update(EVERYTHING, id, Colour.RED, octets, when, 7L, true));

    store.read(sql ->
        sql.one(
            "select * from thing where id = ?",
            row -> {
              assertThat(row.id("id")).isEqualTo(id);
              assertThat(row.constant("label", Colour.class)).isEqualTo(Colour.RED);
              assertThat(row.bytes("octets")).isEqualTo(octets);
              assertThat(row.instant("happened")).isEqualTo(when);
              assertThat(row.number("amount")).isEqualTo(7);
              assertThat(row.integer("amount")).isEqualTo(7);
              assertThat(row.flag("yes")).isTrue();
              return row;
            },
            id));
  }

  @Test
  void an_absent_value_is_kept_as_none() {
    Id id = Id.random();

    store.change(tx -> {
      Optional<Object> none = Optional.empty();
      tx.update(EVERYTHING, id, Optional.of("kept"), none, none, none, none);
    });

    Optional<List<Optional<?>>> row =
        store.read(sql ->
            sql.one(
                "select * from thing where id = ?",
                r ->
                    List.<Optional<?>>of(
                        r.maybeText("label"),
                        r.maybeBytes("octets"),
                        r.maybeInstant("happened"),
                        r.maybeInteger("amount"),
                        r.maybeId("octets")),
                id));
    Optional<?> none = Optional.empty();
    assertThat(row).contains(List.of(Optional.of("kept"), none, none, none, none));
  }

  @Test
  void a_null_where_a_value_is_called_for_is_a_fault_that_names_the_column() {
    store.change(tx -> tx.update(Things.PUT, Id.random(), "x"));

    assertThatThrownBy(
            () -> store.read(sql -> sql.list("select * from thing", r -> r.instant("happened"))))
        .isInstanceOf(StoreFault.class)
        .hasMessageContaining("happened");
  }

  @Test
  void one_refuses_two() {
    store.change(tx -> tx.update(Things.PUT, Id.random(), "a"));
    store.change(tx -> tx.update(Things.PUT, Id.random(), "b"));

    assertThatThrownBy(
            () -> store.read(sql -> sql.one("select * from thing", r -> r.text("label"))))
        .isInstanceOf(StoreFault.class);
  }

  @Test
  void a_change_that_throws_leaves_nothing_and_its_exception_comes_out() {
    assertThatThrownBy(() ->
            store.change(tx -> {
              tx.update(Things.PUT, Id.random(), "x");
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("on purpose");

    assertThat(Things.count(store)).isZero();
  }

  @Test
  void what_follows_a_commit_has_run_when_the_change_returns() {
    List<String> ran = new ArrayList<>();

    store.change(tx -> {
      tx.afterCommit(() -> ran.add("first"));
      tx.afterCommit(() -> {
        throw new IllegalStateException("a listener's mistake harms nobody");
      });
      tx.afterCommit(() -> ran.add("second"));
      tx.onRollback(() -> ran.add("never"));
    });

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void what_follows_a_rollback_runs_newest_first() {
    List<String> ran = new ArrayList<>();

    assertThatThrownBy(() ->
            store.change(tx -> {
              tx.afterCommit(() -> ran.add("never"));
              tx.onRollback(() -> ran.add("older"));
              tx.onRollback(() -> ran.add("newer"));
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(ran).containsExactly("newer", "older");
  }

  @Test
  void a_change_cannot_call_the_store_again() {
    assertThatThrownBy(() -> store.change(_ -> Things.count(store)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.change(_ -> store.change(_ -> {})))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_transaction_is_of_no_use_once_its_change_has_ended() {
    AtomicReference<Tx> kept = new AtomicReference<>();
    store.change(kept::set);

    assertThatThrownBy(() -> kept.get().number("select count(*) from thing"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void the_same_query_may_be_asked_in_the_middle_of_its_own_rows() {
    store.change(tx -> tx.update(Things.PUT, Id.random(), "a"));
    store.change(tx -> tx.update(Things.PUT, Id.random(), "b"));
    String all = "select label from thing";

    List<Integer> sizes =
        store.read(sql -> sql.list(all, _ -> sql.list(all, inner -> inner.text("label")).size()));

    assertThat(sizes).containsExactly(2, 2);
  }

  @Test
  void a_value_that_does_not_fit_is_not_in_the_fault() {
    assertThatThrownBy(
            () -> store.change(tx -> tx.update(Things.PUT, Id.random(), "scan result".repeat(40))))
        .isInstanceOf(StoreFault.class)
        .satisfies(t -> {
          assertThat(t).hasMessageNotContaining("scan").hasMessageContaining("22001");
          assertThat(t.getCause()).hasMessageNotContaining("scan");
        });
  }

  /// As it does when the disk is full: all connections die with it, those too that lie idle.
  @Test
  void reads_go_on_after_the_engine_shut_itself_down() throws Exception {
    Path elsewhere = directory.resolve("died");
    try (Store own = Store.open(elsewhere, Things.KEY, Things.MIGRATIONS)) {
      CyclicBarrier together = new CyclicBarrier(4);
      try (ExecutorService readers = Executors.newFixedThreadPool(4)) {
        List<Future<Long>> reading = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          reading.add(
              readers.submit(() ->
                  own.read(sql -> {
                    Things.meet(together);
                    return sql.number("select count(*) from thing");
                  })));
        }
        for (Future<Long> each : reading) {
          assertThat(each.get(10, TimeUnit.SECONDS)).isZero();
        }
      }
      Properties shutdown = new Properties();
      shutdown.setProperty("databaseName", elsewhere.resolve("derby").toAbsolutePath().toString());
      shutdown.setProperty("shutdown", "true");
      assertThatThrownBy(() -> DriverManager.getConnection("jdbc:derby:", shutdown))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08006"));

      for (int i = 0; i < 5; i++) {
        assertThat(Things.count(own)).isZero();
      }
    }
  }

  @Test
  void a_shut_store_says_so() {
    Path elsewhere = directory.resolve("shut");
    Store shut = Store.open(elsewhere, Things.KEY, Things.MIGRATIONS);
    shut.close();

    assertThatThrownBy(() -> shut.change(tx -> tx.update("delete from thing")))
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.CLOSED));
    assertThatThrownBy(() -> Things.count(shut))
        .isInstanceOfSatisfying(
            StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.CLOSED));
  }
}
