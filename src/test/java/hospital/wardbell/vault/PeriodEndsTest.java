package hospital.wardbell.vault;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.vault.Vault.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Periods of KEKs: which wraps, and when it goes.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodEndsTest {
  private static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");
  private static final String TALKS = "kek.CONVERSATION/2026";

  private final List<String> ended = new ArrayList<>();
  private Optional<String> hindrance = Optional.empty();
  private Path furnished;
  private Path directory;

  /// A home with three conversations, a patient and an opt-out of 2026.
  @BeforeAll
  void furnish(@TempDir Path fresh) {
    furnished = fresh;
    directory = fresh;
    try (PeriodHome home = open()) {
      home.make("ana", Subject.CONVERSATION);
      home.make("ben", Subject.CONVERSATION);
      home.make("cas", Subject.CONVERSATION);
      home.make("patient", Subject.PATIENT);
      home.make("stop", Subject.SUPPRESSION);
    }
  }

  /// Each test has a copy of it.
  @BeforeEach
  void copy(@TempDir Path fresh) throws IOException {
    directory = fresh;
    ended.clear();
    hindrance = Optional.empty();
    try (Stream<Path> all = Files.walk(furnished)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path to = fresh.resolve(furnished.relativize(file).toString());
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(file, to);
      }
    }
  }

  private PeriodHome open() {
    return PeriodHome.open(directory, Steps.unheard());
  }

  private PeriodEnds ends(PeriodHome home) {
    return home.ends((_, purpose, _) -> ended.add(purpose), () -> hindrance);
  }

  @Test
  void a_data_key_is_wrapped_by_the_kek_of_its_year_and_what_outlives_all_by_one_without() {
    try (PeriodHome home = open()) {
      home.clock().set(NEXT_YEAR.minusMillis(1));
      home.make("dan", Subject.CONVERSATION);
      home.clock().set(NEXT_YEAR);
      home.make("eve", Subject.CONVERSATION);
      home.make("box", Subject.SYSTEM);

      assertThat(home.purpose("ana")).isEqualTo(TALKS);
      assertThat(home.purpose("dan")).isEqualTo(TALKS);
      assertThat(home.purpose("eve")).isEqualTo("kek.CONVERSATION/2027");
      assertThat(home.purpose("patient")).isEqualTo("kek.PATIENT/2026");
      assertThat(home.purpose("stop")).isEqualTo("kek.SUPPRESSION");
      assertThat(home.purpose("box")).isEqualTo("kek.SYSTEM");
    }
    try (PeriodHome again = open()) {
      assertThat(again.open("ana")).isEqualTo("ana");
      assertThat(again.open("eve")).isEqualTo("eve");
    }
  }

  @Test
  void when_the_year_is_over_and_all_is_erased_its_kek_goes_and_opens_no_copy_of_a_row() {
    try (PeriodHome home = open()) {
      List<PeriodHome.Row> before = home.rows();
      home.shred("ana", "ben", "cas");
      assertThat(ends(home).look()).as("the year is not over").isFalse();
      assertThat(home.purposes()).contains(TALKS);

      home.clock().set(NEXT_YEAR);
      assertThat(ends(home).look()).isFalse();

      assertThat(home.purposes()).doesNotContain(TALKS).contains("kek.PATIENT/2026");
      assertThat(ended).containsExactly(TALKS);
      assertThat(ends(home).look()).isFalse();
      assertThat(ended).hasSize(1);

      home.putBack(before);
      assertThat(home.open("ana")).isEqualTo("SHREDDED");
      assertThat(home.open("patient")).isEqualTo("patient");
      assertThat(home.open("stop")).isEqualTo("stop");
      assertThat(home.ended()).containsExactlyInAnyOrder("ana", "ben", "cas");
      assertThat(Unopened.of(home.store(), home.keyring())).isEqualTo(new Unopened(3, Set.of()));
      assertThat(home.endOf("ana")).contains(NEXT_YEAR);
      assertThat(home.endOf("patient")).isEmpty();
    }
    try (PeriodHome again = open()) {
      assertThat(again.purposes()).contains("ended." + TALKS);
      assertThat(again.open("ben")).isEqualTo("SHREDDED");
    }
  }

  @Test
  void while_one_record_is_kept_nothing_is_destroyed() {
    try (PeriodHome home = open()) {
      home.shred("ana", "cas");
      home.clock().set(NEXT_YEAR);

      assertThat(ends(home).look()).isFalse();

      assertThat(home.purposes()).contains(TALKS);
      assertThat(home.open("ben")).isEqualTo("ben");
      home.shred("ben");
      assertThat(ends(home).look()).isFalse();
      assertThat(home.purposes()).doesNotContain(TALKS);
    }
  }

  @Test
  void a_clock_that_jumps_a_year_ahead_and_back_destroys_nothing_that_is_wrapped() {
    try (PeriodHome home = open()) {
      Instant now = home.clock().instant();
      home.shred("ana", "ben", "cas");
      home.clock().set(NEXT_YEAR.plusSeconds(1));
      home.make("next", Subject.CONVERSATION);
      home.make("also", Subject.PATIENT);
      assertThat(ends(home).look()).isFalse();
      home.clock().set(now);
      home.make("back", Subject.CONVERSATION);

      assertThat(ends(home).look()).isFalse();
      for (String name : List.of("next", "also", "back", "patient", "stop")) {
        assertThat(home.open(name)).isEqualTo(name);
      }
      home.clock().set(NEXT_YEAR.plusSeconds(2));
      assertThat(ends(home).look()).isFalse();
      assertThat(home.open("back")).isEqualTo("back");
      assertThat(home.purpose("back")).isEqualTo(TALKS);
      assertThat(ended).containsExactly(TALKS);
    }
  }

  @Test
  void it_waits_for_a_hindrance_and_for_a_rotation_and_takes_former_keys_along() {
    try (PeriodHome home = open()) {
      KekRotation rotation =
          new KekRotation(
              home.store(), home.keyring(), (_, _, _) -> {}, home.clock(), Steps.unheard());
      home.clock().set(NEXT_YEAR);
      rotation.begin();
      home.shred("ana", "ben", "cas");
      assertThat(ends(home).look()).as("a rotation is under way").isTrue();
      while (rotation.turn()) {
        // to its end
      }
      hindrance = Optional.of("a database lies aside");
      assertThat(ends(home).look()).isTrue();
      assertThat(home.purposes()).filteredOn(TALKS::equals).hasSize(2);

      hindrance = Optional.empty();
      assertThat(ends(home).look()).isFalse();

      assertThat(home.purposes()).doesNotContain(TALKS);
      assertThat(ended).containsExactly(TALKS, TALKS);
      assertThat(home.open("patient")).isEqualTo("patient");
    }
  }

  @Test
  void a_kek_that_nothing_was_under_as_this_database_knows_stays() {
    try (PeriodHome home = open()) {
      home.store().change(tx -> tx.update("delete from dek where subject = 'CONVERSATION'"));
      home.clock().set(NEXT_YEAR);

      assertThat(ends(home).look()).isFalse();

      assertThat(home.purposes()).contains(TALKS);
    }
  }

  @Test
  void a_home_from_before_there_were_years_goes_on_and_its_period_ends_like_any_other() {
    try (PeriodHome home = open()) {
      Stepped.forgetYears(home.keyring());
    }
    try (PeriodHome home = open()) {
      List<PeriodHome.Row> before = home.rows();
      assertThat(home.purpose("ana")).isEqualTo("kek.CONVERSATION");
      assertThat(home.open("ana")).isEqualTo("ana");
      home.make("dan", Subject.CONVERSATION);
      assertThat(home.purpose("dan")).isEqualTo(TALKS);
      assertThat(ends(home).look()).isFalse();
      assertThat(ended).isEmpty();

      home.shred("ana", "ben", "cas");
      assertThat(ends(home).look()).isFalse();

      assertThat(ended).containsExactly("kek.CONVERSATION");
      home.putBack(before);
      assertThat(home.open("ana")).isEqualTo("SHREDDED");
      assertThat(home.open("dan")).isEqualTo("dan");
      assertThat(home.open("patient")).isEqualTo("patient");
    }
    try (PeriodHome again = open()) {
      assertThat(again.purposes()).doesNotContain("kek.CONVERSATION").contains("kek.PATIENT");
    }
  }

  @Test
  void a_kek_that_the_keyring_never_had_is_not_taken_for_one_that_has_ended() {
    try (PeriodHome home = open()) {
      Id strange = Id.random();
      Id ana = home.line("ana");
      home.store().change(tx -> tx.update("update dek set kek = ? where id = ?", strange, ana));

      assertThat(home.open("ana")).isEqualTo("KEYRING");
      assertThat(home.ended()).isEmpty();
      assertThat(Unopened.of(home.store(), home.keyring()).lacking())
          .containsExactly(KeyStatus.fingerprint(strange));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"period.looked", "written", "period.retired", "period.told", "period.destroyed"})
  void killed_at_any_step_it_goes_on_and_only_what_was_erased_is_gone(String step)
      throws Exception {
    try (PeriodHome home = open()) {
      home.shred("ana", "ben", "cas");
    }

    KilledAt.run(PeriodEnder.class, directory.toString(), NEXT_YEAR.toString(), step);

    try (PeriodHome home = open()) {
      assertThat(home.open("patient")).isEqualTo("patient");
      home.make("late", Subject.CONVERSATION); // by a clock that was put back meanwhile
      home.clock().set(NEXT_YEAR);
      boolean gone = step.equals("period.destroyed");
      assertThat(home.purposes().contains("ended." + TALKS)).isEqualTo(gone);
      home.shred("late");
      ends(home).look();

      assertThat(home.purposes()).doesNotContain(TALKS).contains("ended." + TALKS);
      assertThat(ended).contains(TALKS);
      assertThat(home.open("patient")).isEqualTo("patient");
      assertThat(home.open("stop")).isEqualTo("stop");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"written", "kek.period"})
  void killed_while_the_kek_of_a_year_is_made_the_next_text_makes_or_takes_it(String step)
      throws Exception {
    KilledAt.run(PeriodBeginner.class, directory.toString(), NEXT_YEAR.toString(), step);

    try (PeriodHome home = open()) {
      String next = "kek.CONVERSATION/2028"; // each is made a year ahead
      assertThat(home.purposes().contains(next)).isEqualTo(step.equals("kek.period"));
      home.clock().set(NEXT_YEAR);
      home.make("eve", Subject.CONVERSATION);
      assertThat(home.purposes()).filteredOn(next::equals).hasSize(1);
      assertThat(home.open("eve")).isEqualTo("eve");
      assertThat(home.open("ana")).isEqualTo("ana");
    }
  }
}
