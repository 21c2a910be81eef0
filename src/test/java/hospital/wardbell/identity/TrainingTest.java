package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Training.Answered;
import hospital.wardbell.identity.Training.Done;
import hospital.wardbell.identity.Training.Learned;
import hospital.wardbell.identity.Training.Notice;
import hospital.wardbell.identity.Training.Outcome;
import hospital.wardbell.identity.Training.State;
import hospital.wardbell.identity.lesson.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrainingTest {
  private Home home;
  private Training training;
  private Pupil dana;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    training = home.identity.training();
  }

  @BeforeEach
  void hire() {
    dana = Pupil.in(home);
  }

  @AfterAll
  void close() {
    home.close();
  }

  private Id id() {
    return dana.staff().id();
  }

  @Test
  void what_was_passed_counts_for_a_year_and_is_told_a_month_before_its_end() {
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.NEVER);
    dana.pass(Topic.POLICY);
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.CURRENT);
    assertThat(training.notice(dana.staff())).isEmpty();
    Instant ends = dana.learned(Topic.POLICY).ends().orElseThrow();

    home.clock.forward(Duration.between(home.clock.instant(), ends.minus(Training.REMINDED)));
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.ENDING);
    assertThat(training.notice(dana.staff())).contains(new Notice(Notice.Kind.DUE, ends));
    home.clock.forward(Training.REMINDED.minusMillis(1));
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.ENDING);
    home.clock.forward(Duration.ofMillis(1));

    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.ENDED);
    assertThat(dana.state(Topic.PRIVACY)).isEqualTo(State.NEVER);
  }

  @Test
  void what_was_passed_is_a_row_with_an_entry_and_outlasts_a_restart() {
    dana.pass(Topic.NEVER);
    Training restarted = home.restarted().training();

    assertThat(dana.learned(restarted, Topic.NEVER)).isEqualTo(dana.learned(Topic.NEVER));
    assertThat(restarted.of(id())).isEqualTo(training.of(id()));
    assertThat(home.audited(id()))
        .filteredOn(entry -> entry.contains("training.done"))
        .singleElement()
        .asString()
        .contains("never-to-text version 1", "staff:" + id(), Home.DESK);
  }

  @Test
  void a_wrong_or_missing_answer_is_named_and_nothing_is_kept() {
    Map<Integer, Integer> answers = dana.right(Topic.POLICY);
    answers.replace(1, 2);
    answers.remove(3);

    assertThat(dana.answer(dana.form(Topic.POLICY, answers, true)))
        .isEqualTo(new Outcome.Again(Set.of(1, 3), true));
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.NEVER);
    assertThat(home.audited(id())).noneMatch(entry -> entry.contains("training.done"));
    dana.pass(Topic.POLICY);
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.CURRENT);
  }

  @Test
  void without_the_attestation_nothing_is_kept() {
    assertThat(dana.answer(dana.form(Topic.POLICY, dana.right(Topic.POLICY), false)))
        .isEqualTo(new Outcome.Again(Set.of(), false));
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.NEVER);
  }

  @Test
  void answers_to_another_versions_questions_count_for_nothing() {
    Answered form = new Answered(Topic.POLICY, Id.random(), 7, dana.right(Topic.POLICY), true);

    assertThat(dana.answer(form)).isEqualTo(new Outcome.Changed());
    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.NEVER);
  }

  @Test
  void a_form_that_is_posted_again_a_year_later_puts_nothing_off() {
    Answered form = dana.form(Topic.POLICY, dana.right(Topic.POLICY), true);
    Outcome _ = dana.answer(form);
    Learned first = dana.learned(Topic.POLICY);
    home.clock.forward(Duration.ofDays(200));

    assertThat(dana.answer(form)).isEqualTo(new Outcome.Passed());
    assertThat(dana.learned(Topic.POLICY).ends()).isEqualTo(first.ends());
    assertThat(dana.learned(home.restarted().training(), Topic.POLICY).ends())
        .isEqualTo(first.ends());
    assertThat(home.audited(id())).filteredOn(e -> e.contains("training.done")).hasSize(1);
  }

  /// Somebody else's form is no way to be trained.
  @Test
  void a_form_of_a_colleague_trains_nobody_else() {
    Answered form = dana.form(Topic.POLICY, dana.right(Topic.POLICY), true);
    Outcome _ = training.answer(home.nurse().staff(), form, Home.DESK);
    Outcome _ = dana.answer(form);

    assertThat(dana.state(Topic.POLICY)).isEqualTo(State.NEVER);
  }

  @Test
  void a_version_too_old_counts_no_more_and_a_topic_of_another_program_is_passed_over() {
    home.store.change(tx -> {
      TrainingTable.insert(tx, Id.random(), id(), Topic.POLICY, new Done(0, home.clock.instant()));
      tx.update(
          "insert into training_done (id, staff, topic, version, done_at)"
              + " values (?, ?, 'juggling', 1, ?)",
          Id.random(),
          id(),
          home.clock.instant());
    });

    assertThat(dana.learned(home.restarted().training(), Topic.POLICY).state())
        .isEqualTo(State.CHANGED);
  }
}
