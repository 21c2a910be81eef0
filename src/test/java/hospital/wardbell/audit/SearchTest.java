package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Search.Acts;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  private static final Actor DANA = new Actor.Person(new Id(1, 2));
  private static final Actor LEE = new Actor.Person(new Id(1, 3));
  private static final Id MARIA = new Id(5, 1);
  private static final Id JOHN = new Id(5, 2);

  private LogHome home;
  private Evidence evidence;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new LogHome(directory);
    evidence = new Evidence(home.store(), LogHome.SIGNER::verifier);
  }

  @BeforeEach
  void begin() {
    home.clear();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private static Search all() {
    return new Search(List.of(), Optional.empty(), Acts.ALL, 0, Long.MAX_VALUE);
  }

  private static Search about(Acts acts, Id... things) {
    List<String> ids = List.of(things).stream().map(Id::toString).toList();
    return new Search(ids, Optional.empty(), acts, 0, Long.MAX_VALUE);
  }

  /// Every entry that is found, page after page.
  private List<Long> found(Search search) {
    List<Long> leaves = new ArrayList<>();
    Optional<Long> below = Optional.of(search.to());
    while (below.isPresent()) {
      Recorded.Page page =
          evidence.find(
              new Search(
                  search.about(), search.actor(), search.acts(), search.from(), below.get()));
      page.entries().forEach(seen -> leaves.add(seen.leaf()));
      below = page.below();
    }
    return leaves;
  }

  private void record(Actor by, String act, Id about) {
    home.audit().record(Entry.of(by, act).about(about));
  }

  @Test
  void who_saw_a_patient_is_found_newest_first_among_many_others() {
    record(DANA, "conversation.read", MARIA);
    home.append(3_000);
    record(LEE, "conversation.read", MARIA);
    record(LEE, "conversation.write", MARIA);
    record(LEE, "conversation.read", JOHN);

    assertThat(found(about(Acts.LOOKS, MARIA))).containsExactly(3_001L, 0L);
    assertThat(found(about(Acts.ALL, MARIA, JOHN))).containsExactly(3_003L, 3_002L, 3_001L, 0L);
    Recorded newest = evidence.find(about(Acts.LOOKS, MARIA)).entries().getFirst();
    assertThat(newest.actor()).isEqualTo(LEE.label());
    assertThat(newest.act()).isEqualTo("conversation.read");
  }

  @Test
  void what_a_person_did_is_found_however_long_ago() {
    record(DANA, "sign-in", new Id(9, 9));
    home.append(9_000);
    record(LEE, "sign-in", new Id(9, 8));
    Optional<String> lee = Optional.of(LEE.label());
    Optional<String> nobody = Optional.of("staff:" + new Id(0, 0));

    assertThat(found(new Search(List.of(), lee, Acts.ALL, 0, Long.MAX_VALUE)))
        .containsExactly(9_001L);
    assertThat(found(new Search(List.of(), lee, Acts.TEXTS, 0, Long.MAX_VALUE))).isEmpty();
    assertThat(found(new Search(List.of(), nobody, Acts.ALL, 0, Long.MAX_VALUE))).isEmpty();
    assertThat(found(new Search(List.of(), lee, Acts.ALL, 0, 9_001))).isEmpty();
  }

  @Test
  void everything_comes_in_pages_without_a_gap_or_a_double() {
    home.append(5_123);

    assertThat(found(all())).hasSize(5_123).doesNotHaveDuplicates().first().isEqualTo(5_122L);
    assertThat(evidence.find(all()).entries()).hasSize(Finder.PAGE);
  }

  @Test
  void a_rare_act_is_looked_for_in_bounded_steps() {
    record(DANA, "settings.set", new Id(9, 9));
    home.append(45_000);
    Search rare = new Search(List.of(), Optional.empty(), Acts.SYSTEM, 0, Long.MAX_VALUE);

    Recorded.Page first = evidence.find(rare);
    assertThat(first.entries()).isEmpty();
    assertThat(first.below()).isPresent();
    assertThat(found(rare)).containsExactly(0L);
  }

  @Test
  void the_first_entry_of_a_time_is_found_by_halving() {
    home.append(700);
    home.pass(Duration.ofHours(5));
    home.append(300);

    assertThat(evidence.firstSince(home.now().minus(Duration.ofHours(1)))).isEqualTo(700);
    assertThat(evidence.firstSince(home.now().plusMillis(1))).isEqualTo(1_000);
    assertThat(evidence.firstSince(home.now().minus(Duration.ofHours(9)))).isZero();
  }
}
