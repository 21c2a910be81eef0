package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ReadyTest {
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  private static final Queue DESK = new Queue.Team("desk");
  private static final Queue DEAD = new Queue.Line("dead");
  private static final Ready.Taker EVERYTHING = new Taker("sim-1", List.of());

  private final SettableClock clock = new SettableClock(START);
  private final TreeSet<Waiting> rows = new TreeSet<>();
  private final Map<Waiting, Instant> held = new HashMap<>();
  private int looks;
  private final Ready ready = new Ready(new Rows(), clock);

  private final class Rows implements Ready.Rows {
    @Override
    public Collection<Queue> queues() {
      return rows.stream().map(Waiting::queue).distinct().toList();
    }

    @Override
    public Ready.Look look(Queue queue, Instant now) {
      looks++;
      return new Ready.Look(
          rows.stream().filter(part -> part.queue().equals(queue)).limit(Ready.FRONT).toList());
    }

    @Override
    public Ready.Due due(Instant since, Instant now) {
      return new Ready.Due(
          held.entrySet().stream()
              .filter(each -> each.getValue().isAfter(since) && !each.getValue().isAfter(now))
              .map(Map.Entry::getKey)
              .toList(),
          held.values().stream().filter(at -> at.isAfter(now)).min(Instant::compareTo));
    }
  }

  /// Takes for a line what is bound to it or to none.
  private record Taker(String line, List<Queue> leftOut) implements Ready.Taker {
    @Override
    public boolean serves(Queue queue) {
      return !leftOut.contains(queue);
    }

    @Override
    public boolean mayTake(Waiting part) {
      return part.modem().map(line::equals).orElse(true);
    }
  }

  private static Waiting part(Queue queue, int priority, long place, Optional<String> modem) {
    return new Waiting(Id.random(), queue, priority, place, 1, modem, "desk", 0);
  }

  private Waiting commit(int priority, long place) {
    return commit(part(DESK, priority, place, Optional.empty()));
  }

  private Waiting commit(Waiting part) {
    rows.add(part);
    ready.offer(part);
    return part;
  }

  private Optional<Waiting> claim() {
    return claim(EVERYTHING);
  }

  private Optional<Waiting> claim(Ready.Taker taker) {
    Optional<Waiting> next = ready.poll(taker);
    next.ifPresent(rows::remove);
    return next;
  }

  private List<Waiting> drain(Ready.Taker taker) {
    List<Waiting> all = new ArrayList<>();
    for (var next = claim(taker); next.isPresent(); next = claim(taker)) {
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

    assertThat(drain(EVERYTHING)).isEqualTo(committed);
  }

  @Test
  void a_full_queue_is_looked_at_once_for_each_front() {
    for (int i = 0; i < 10 * Ready.FRONT; i++) {
      commit(1, i);
    }

    drain(EVERYTHING);

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
    assertThat(drain(EVERYTHING)).hasSize(2 * Ready.FRONT - 1).isSorted();
  }

  @Test
  void what_is_urgent_goes_first_from_whichever_queue() {
    commit(part(DEAD, 1, 1, Optional.empty()));
    Waiting urgent = commit(0, 2);

    assertThat(claim()).contains(urgent);
  }

  @Test
  void a_queue_that_nobody_takes_from_stands_in_no_others_way() {
    for (int i = 0; i < 3 * Ready.FRONT; i++) {
      commit(part(DEAD, 0, i, Optional.empty()));
    }
    Waiting last = commit(1, 10_000);

    assertThat(drain(new Taker("sim-1", List.of(DEAD)))).containsExactly(last);
    assertThat(drain(EVERYTHING)).hasSize(3 * Ready.FRONT);
  }

  @Test
  void an_empty_queue_is_looked_at_now_and_then_only() {
    commit(1, 1);
    claim();
    assertThat(claim()).isEmpty();
    assertThat(claim()).isEmpty();
    int before = looks;
    assertThat(claim()).isEmpty();
    assertThat(looks).isEqualTo(before);

    clock.pass(Duration.ofSeconds(10));

    assertThat(claim()).isEmpty();
    assertThat(looks).isEqualTo(before + 1);
  }

  @Test
  void a_part_held_until_later_is_there_when_it_falls_due() {
    claim();
    ready.expect(START.plusSeconds(3));
    Waiting later = part(DESK, 1, 1, Optional.empty());
    rows.add(later);
    held.put(later, START.plusSeconds(3));

    clock.pass(Duration.ofSeconds(3));

    assertThat(claim()).contains(later);
    assertThat(ready.nextDue()).isEqualTo(Instant.MAX);
  }

  @Test
  void a_part_bound_to_a_modem_is_left_for_it() {
    Waiting bound = commit(part(DESK, 0, 1, Optional.of("sim-2")));
    Waiting free = commit(1, 2);

    assertThat(ready.poll(EVERYTHING)).contains(free);
    assertThat(ready.peek(EVERYTHING)).isEmpty();
    assertThat(ready.poll(new Taker("sim-2", List.of()))).contains(bound);
  }

  @Test
  void a_part_that_was_claimed_otherwise_is_dropped() {
    claim();
    Waiting part = commit(1, 1);
    rows.clear();

    ready.drop(part.part());

    assertThat(ready.poll(EVERYTHING)).isEmpty();
  }

  @Test
  void a_part_that_moved_to_another_queue_is_there_once() {
    Waiting part = commit(1, 1);
    claim(new Taker("sim-1", List.of(DESK)));
    rows.clear();
    commit(part.in(DEAD));

    assertThat(drain(EVERYTHING)).containsExactly(part.in(DEAD));
  }
}
