package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommitTest {
  private static final int CHANGES = 200;

  @TempDir private Path directory;
  private Store store;
  private ExecutorService callers;

  @BeforeEach
  void open() {
    store = Store.open(directory, Things.KEY, Things.MIGRATIONS);
    callers = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterEach
  void close() {
    callers.close();
    store.close();
  }

  /// Holds the writer, so that what is asked meanwhile waits in the queue together.
  private Runnable heldWriter() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> holder =
        callers.submit(() ->
            store.change(_ -> {
              held.countDown();
              await(go);
            }));
    await(held);
    assertThat(holder.isDone()).isFalse();
    return go::countDown;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void changes_that_wait_together_share_a_commit() throws Exception {
    long before = store.commits();
    Runnable release = heldWriter();
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      asked.add(
          callers.submit(() -> store.change(tx -> tx.update(Things.PUT, Id.random(), "together"))));
    }
    release.run();
    for (Future<?> one : asked) {
      one.get(20, TimeUnit.SECONDS);
    }

    assertThat(Things.count(store)).isEqualTo(CHANGES);
    assertThat(store.commits() - before).isLessThan(CHANGES / 2);
  }

  @Test
  void one_that_fails_takes_none_of_its_neighbours_with_it() throws Exception {
    Runnable release = heldWriter();
    List<Future<?>> good = new ArrayList<>();
    List<Future<?>> bad = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      boolean fails = i % 3 == 0;
      (fails ? bad : good)
          .add(
              callers.submit(() ->
                  store.change(tx -> {
                    tx.update(Things.PUT, Id.random(), fails ? "bad" : "good");
                    if (fails) {
                      throw new IllegalStateException("on purpose");
                    }
                  })));
    }
    release.run();
    for (Future<?> one : good) {
      one.get(20, TimeUnit.SECONDS);
    }

    assertThat(bad).allSatisfy(one -> assertThat(one).failsWithin(Duration.ofSeconds(20)));
    assertThat(Things.count(store)).isEqualTo(good.size());
    assertThat(
            store.<Long>read(sql -> sql.number("select count(*) from thing where label = 'bad'")))
        .isZero();
  }

  @Test
  void closing_finishes_what_is_queued() throws Exception {
    Runnable release = heldWriter();
    List<Future<?>> asked = new ArrayList<>();
    CountDownLatch submitted = new CountDownLatch(20);
    for (int i = 0; i < 20; i++) {
      asked.add(
          callers.submit(() -> {
            submitted.countDown();
            store.change(tx -> tx.update(Things.PUT, Id.random(), "last"));
          }));
    }
    await(submitted);
    Future<?> closing = callers.submit(store::close);
    release.run();
    closing.get(20, TimeUnit.SECONDS);

    long kept = asked.stream().filter(GroupCommitTest::succeeded).count();
    try (Store again = Store.open(directory, Things.KEY, Things.MIGRATIONS)) {
      assertThat(Things.count(again)).isEqualTo(kept);
    }
  }

  private static boolean succeeded(Future<?> future) {
    try {
      future.get(20, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException e) {
      assertThat(e.getCause())
          .isInstanceOfSatisfying(
              StoreFault.class, f -> assertThat(f.kind()).isEqualTo(StoreFault.Kind.CLOSED));
      return false;
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
