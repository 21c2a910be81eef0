package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final Actor NURSE = new Actor.Person(new Id(1, 2));
  private static final Entry READ = Entry.of(NURSE, "conversation.read").from("10.0.0.7");

  private Store store;
  private Audit audit;

  @BeforeAll
  void open(@TempDir Path directory) {
    store = Store.open(directory, Secret.copyOf(new byte[32]));
  }

  @BeforeEach
  void begin() {
    store.change(tx -> tx.update("delete from audit_entry"));
    audit = new Audit(store, CLOCK);
  }

  @AfterAll
  void close() {
    store.close();
  }

  private void record(int entries) {
    for (int i = 0; i < entries; i++) {
      audit.record(READ.about(new Id(0, i)));
    }
  }

  private void broken(long leaf) {
    assertThatThrownBy(audit::verify)
        .isInstanceOfSatisfying(AuditFault.class, f -> assertThat(f.leaf()).isEqualTo(leaf));
  }

  @Test
  void an_entry_says_who_what_which_whence_why_and_when_in_one_fixed_form() {
    audit.record(
        Entry.of(NURSE, "gate.refuse").about(new Id(3, 4)).from("console").because("OPTED_OUT"));

    assertThat(texts())
        .containsExactly(
            """
            {"format":1,"leaf":0,"at":"2026-11-22T10:00:00.000Z",\
            "actor":"staff:00000000000000010000000000000002","act":"gate.refuse",\
            "about":"00000000000000030000000000000004","origin":"console",\
            "reason":"OPTED_OUT"}\
            """);
  }

  private List<String> texts() {
    return store.read(AuditTest::texts);
  }

  @Test
  void an_untouched_chain_holds_over_more_than_a_page() {
    assertThat(audit.verify()).isZero();
    store.change(tx -> {
      for (int i = 0; i < 1_001; i++) {
        audit.record(tx, READ);
      }
    });

    assertThat(audit.verify()).isEqualTo(1_001);
  }

  @Test
  void the_chain_goes_on_after_a_restart() {
    record(2);
    audit = new Audit(store, CLOCK);
    record(2);

    assertThat(audit.verify()).isEqualTo(4);
  }

  @Test
  void a_changed_entry_is_named() {
    record(5);
    store.change(tx ->
        tx.update(
            "update audit_entry set entry = ? where leaf = 3",
            texts(tx).get(3).replace("10.0.0.7", "10.0.0.8")));

    broken(3);
  }

  private static List<String> texts(Sql sql) {
    return sql.list("select entry from audit_entry order by leaf", r -> r.text("entry"));
  }

  @Test
  void a_changed_entry_is_named_though_its_leaf_hash_was_made_to_fit() {
    record(5);
    store.change(tx -> {
      String forged = texts(tx).get(3).replace("10.0.0.7", "10.0.0.8");
      tx.update(
          "update audit_entry set entry = ?, leaf_hash = ? where leaf = 3",
          forged,
          Chain.leafHash(forged));
    });

    broken(3);
  }

  @Test
  void a_removed_entry_is_named() {
    record(5);
    store.change(tx -> tx.update("delete from audit_entry where leaf = 2"));

    broken(2);
  }

  @Test
  void an_entry_slipped_in_is_named() {
    record(5);
    store.change(tx -> {
      tx.update("update audit_entry set leaf = leaf + 1 where leaf >= 3");
      tx.update(
          """
          insert into audit_entry (leaf, entry, leaf_hash, chain_hash)
          select 3, entry, leaf_hash, chain_hash from audit_entry where leaf = 2\
          """);
    });

    broken(3);
  }

  @Test
  void an_act_that_is_undone_leaves_neither_entry_nor_gap() {
    record(1);
    assertThatThrownBy(() ->
            store.change(tx -> {
              audit.record(tx, READ);
              audit.record(tx, READ);
              throw new IllegalStateException("on purpose");
            }))
        .isInstanceOf(IllegalStateException.class);
    record(1);

    assertThat(audit.verify()).isEqualTo(2);
  }

  @Test
  void entries_of_many_threads_of_which_some_are_undone_make_one_chain() throws Exception {
    List<Future<?>> acts = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        boolean fails = i % 3 == 0;
        acts.add(
            callers.submit(() ->
                store.write(tx -> {
                  audit.record(tx, READ);
                  if (fails) {
                    throw new IllegalStateException("on purpose");
                  }
                  return true;
                })));
      }
    }
    for (Future<?> act : acts) {
      assertThat(act.isDone()).isTrue();
    }

    assertThat(audit.verify()).isEqualTo(200);
  }

  @Test
  void what_has_not_the_form_of_an_entry_is_refused_and_not_quoted() {
    assertThatThrownBy(() -> READ.because("señora Díaz, scan Tuesday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("scan");
    assertThatThrownBy(() -> READ.aboutPatient("+12025550123"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("555");
  }
}
