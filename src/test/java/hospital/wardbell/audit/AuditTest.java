package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
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
    store.change(tx -> {
      tx.update("delete from audit_entry");
      tx.update("delete from audit_checkpoint");
    });
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

  @Test
  void an_entry_says_who_what_which_whence_why_and_when_in_one_fixed_form() {
    audit.record(
        Entry.of(NURSE, "gate.refuse").about(new Id(3, 4)).from("console").because("OPTED_OUT"));

    assertThat(texts())
        .containsExactly(
            """
            {"about":"00000000000000030000000000000004","act":"gate.refuse",\
            "actor":"staff:00000000000000010000000000000002",\
            "at":"2026-11-22T10:00:00.000Z","clock":"unknown","format":1,"leaf":0,\
            "origin":"console","reason":"OPTED_OUT"}\
            """);
  }

  private List<String> texts() {
    return store.read(
        sql -> sql.list("select entry from audit_entry order by leaf", r -> r.text("entry")));
  }

  private List<Long> leaves() {
    return store.read(
        sql -> sql.list("select leaf from audit_entry order by leaf", r -> r.number("leaf")));
  }

  @Test
  void what_an_entry_says_of_the_clock_is_what_is_known_of_it() {
    audit.clockIs(ClockStatus.SYNCHRONIZED);
    audit.record(READ);
    audit.clockIs(ClockStatus.FREE);
    audit.record(READ);

    assertThat(texts().get(0)).contains("\"clock\":\"synchronized\"");
    assertThat(texts().get(1)).contains("\"clock\":\"free\"");
  }

  @Test
  void a_number_that_was_signed_is_not_given_again() {
    record(3);
    store.change(tx -> {
      TreeTable.put(tx, new Signed(3, "note"));
      tx.update("delete from audit_entry where leaf >= 1");
    });
    audit = new Audit(store, CLOCK);
    record(1);

    assertThat(leaves()).containsExactly(0L, 3L);
  }

  @Test
  void the_numbers_go_on_after_a_restart() {
    record(2);
    audit = new Audit(store, CLOCK);
    record(2);

    assertThat(leaves()).containsExactly(0L, 1L, 2L, 3L);
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

    assertThat(leaves()).containsExactly(0L, 1L);
  }

  @Test
  void entries_of_many_threads_of_which_some_are_undone_are_numbered_without_a_gap()
      throws Exception {
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

    assertThat(leaves()).isEqualTo(LongStream.range(0, 200).boxed().toList());
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
