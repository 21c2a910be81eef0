package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadyTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final SettableClock clock = new SettableClock(START);
  private final TreeSet<Waiting> rows = new TreeSet<>();
  private Optional<Instant> nextDue = Optional.empty();
  private int looks;
  private final Ready ready = new Ready(this::look, clock);

  private Ready.Look look(Instant now) {
    looks++;
    return new Ready.Look(rows.stream().limit(Ready.FRONT).toList(), nextDue);
  }

  private Waiting commit(int priority, long place) {
    return commit(new Waiting(Id.random(), priority, place, 1, Optional.empty()));
  }

  private Waiting commit(Waiting part) {
    rows.add(part);
    ready.offer(part);
    return part;
  }

  private Optional<Waiting> claim() {
    Optional<Waiting> next = ready.poll("sim-1");
    next.ifPresent(rows::remove);
    return next;
  }

  private List<Waiting> drain() {
    List<Waiting> all = new ArrayList<>();
    for (var next = claim(); next.isPresent(); next = claim()) {
      all.add(next.get());
    }
    return all;
  }

  @Test
  void every_part_comes_out_once_and_in_order_however_long_the_queue() {
    List<Waiting> committed = new ArrayList<>();
    for (int i = 0; i < 10 * Ready.FRONT; i++) {
      committed.add(commit(1, i));
    }

    assertThat(drain()).isEqualTo(committed);
  }

  @Test
  void a_full_queue_is_looked_at_once_for_each_front() {
    for (int i = 0; i < 10 * Ready.FRONT; i++) {
      commit(1, i);
    }

    drain();

    assertThat(looks).isBetween(10, 12);
  }

  @Test
  void what_is_urgent_goes_ahead_of_a_full_front() {
    for (int i = 0; i < 2 * Ready.FRONT; i++) {
      commit(1, i);
    }
    claim();

    Waiting urgent = commit(0, 10_000);

    assertThat(claim()).contains(urgent);
    assertThat(drain()).hasSize(2 * Ready.FRONT - 1).isSorted();
  }

  @Test
  void an_empty_queue_is_looked_at_now_and_then_only() {
    assertThat(claim()).isEmpty();
    assertThat(claim()).isEmpty();
    assertThat(looks).isOne();

    clock.pass(Duration.ofSeconds(10));

    assertThat(claim()).isEmpty();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void a_part_held_until_later_is_looked_for_when_it_falls_due() {
    claim();
    ready.expect(START.plusSeconds(3));
    Waiting held = new Waiting(Id.random(), 1, 1, 1, Optional.empty());
    rows.add(held);
    assertThat(claim()).isEmpty();

    clock.pass(Duration.ofSeconds(3));

    assertThat(claim()).contains(held);
    assertThat(ready.nextDue()).isEqualTo(Instant.MAX);
  }

  @Test
  void a_part_bound_to_a_modem_is_left_for_it() {
    Waiting bound = commit(new Waiting(Id.random(), 0, 1, 2, Optional.of("sim-2")));
    Waiting free = commit(1, 2);

    assertThat(ready.poll("sim-1")).contains(free);
    assertThat(ready.has("sim-1")).isFalse();
    assertThat(ready.poll("sim-2")).contains(bound);
  }

  @Test
  void a_part_that_was_claimed_otherwise_is_dropped() {
    claim();
    Waiting part = commit(1, 1);
    rows.clear();

    ready.drop(part.part());

    assertThat(ready.poll("sim-1")).isEmpty();
  }
}
