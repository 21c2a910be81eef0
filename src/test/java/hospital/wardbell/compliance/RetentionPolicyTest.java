package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.compliance.RetentionPolicy.Warning;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionPolicyTest {
  @TempDir private Path directory;

  private static RetentionPolicy policy(int adultYears, int minorAge) {
    return new RetentionPolicy(
        1, Optional.of("AZ"), adultYears, minorAge, 10, ZoneOffset.UTC, true, List.of());
  }

  @ParameterizedTest(name = "adults {0}, minors {1}, anchor {2}, born {3}: until {4}")
  @CsvSource({
    // An adult: years after the anchor.
    "10, 24, 2026-03-01, 1960-05-05, 2036-03-01",
    // A day that is not in the year: the day after.
    "10, 24, 2024-02-29, 1960-05-05, 2034-03-01",
    "4, 24, 2024-02-29, 1960-05-05, 2028-02-29",
    // A minor: until the age, or as an adult's if that is longer.
    "6, 24, 2026-03-01, 2020-07-01, 2044-07-01",
    "10, 21, 2026-03-01, 2008-07-01, 2036-03-01",
    "6, 21, 2026-03-01, 2004-02-29, 2032-03-01",
    "6, 30, 2024-06-01, 2004-02-29, 2034-03-01",
    // Born on the day itself, and on a 29 February.
    "6, 21, 2024-02-29, 2024-02-29, 2045-03-01",
    // Of age the day before, the day itself and the day after.
    "6, 24, 2026-03-01, 2005-02-28, 2032-03-01",
    "6, 24, 2026-03-01, 2005-03-01, 2032-03-01",
    "6, 24, 2026-03-01, 2005-03-02, 2032-03-01",
    "6, 40, 2026-03-01, 2005-03-02, 2045-03-02",
    // Nobody knows when: as if born on that day.
    "10, 24, 2026-03-01, , 2050-03-01",
    "30, 24, 2026-03-01, , 2056-03-01",
    "6, 21, 2024-02-29, , 2045-03-01",
    // Born after it: a mistake keeps it longer, not shorter.
    "6, 21, 2026-03-01, 2027-01-01, 2048-01-01",
  })
  void until_when_a_record_is_kept(
      int adultYears, int minorAge, LocalDate anchor, LocalDate born, LocalDate until) {
    assertThat(policy(adultYears, minorAge).retainUntil(anchor, Optional.ofNullable(born)))
        .isEqualTo(until);
  }

  @Test
  void every_state_of_the_table_has_a_source_and_sane_figures() {
    assertThat(StateRule.all())
        .hasSizeGreaterThan(20)
        .allSatisfy(rule -> {
          assertThat(rule.state()).matches("[A-Z]{2}");
          assertThat(rule.adultYears()).isBetween(3, 30);
          assertThat(rule.minorAge().orElse(18)).isBetween(18, 30);
          assertThat(rule.source()).isNotBlank();
          assertThat(rule.anchor()).isIn("discharge", "last contact");
        });
    assertThat(StateRule.all().stream().map(StateRule::state)).doesNotHaveDuplicates();
  }

  @Test
  void without_a_state_the_longest_rule_holds_and_one_that_is_shorter_than_usual_is_lengthened() {
    try (Ward ward = Ward.open(directory)) {
      Settings settings = new Settings(ward.store(), ward.audit(), ward.clock());
      RetentionPolicies policies = new RetentionPolicies(settings);

      assertThat(policies.now().adultYears()).isEqualTo(30);
      assertThat(policies.now().minorAge()).isEqualTo(30);
      assertThat(policies.now().warnings()).containsExactly(Warning.NO_STATE, Warning.NOT_CHECKED);

      settings.set(Settings.Key.RETENTION_STATE, "ZZ", Ward.NURSE);
      assertThat(policies.now().adultYears()).isEqualTo(30);
      settings.set(Settings.Key.RETENTION_STATE, "AZ", Ward.NURSE);
      assertThat(policies.now().adultYears()).isEqualTo(10);
      assertThat(policies.now().minorAge()).isEqualTo(24);
      settings.set(Settings.Key.RETENTION_STATE, "NC", Ward.NURSE);
      assertThat(policies.now().adultYears()).isEqualTo(11);
      assertThat(policies.now().minorAge()).isEqualTo(30);
      assertThat(policies.now().warnings()).containsExactly(Warning.NOT_CHECKED);
      assertThat(policies.now().version()).isEqualTo(4);
    }
  }

  @Test
  void the_hospitals_own_figures_hold_and_it_is_warned_where_they_are_shorter() {
    try (Ward ward = Ward.open(directory)) {
      Settings settings = new Settings(ward.store(), ward.audit(), ward.clock());
      RetentionPolicies policies = new RetentionPolicies(settings);
      settings.set(Settings.Key.RETENTION_STATE, "NC", Ward.NURSE);
      settings.set(Settings.Key.RETENTION_CHECKED, "on", Ward.NURSE);

      settings.set(Settings.Key.RETENTION_ADULT, "12", Ward.NURSE);
      assertThat(policies.now().adultYears()).isEqualTo(12);
      assertThat(policies.now().warnings()).isEmpty();

      settings.set(Settings.Key.RETENTION_ADULT, "4", Ward.NURSE);
      settings.set(Settings.Key.RETENTION_MINOR, "21", Ward.NURSE);
      assertThat(policies.now().adultYears()).isEqualTo(4);
      assertThat(policies.now().minorAge()).isEqualTo(21);
      assertThat(policies.now().warnings())
          .containsExactly(Warning.BELOW_ADULT, Warning.BELOW_MINOR, Warning.BELOW_FEDERAL);
      assertThat(policies.now().words())
          .endsWith("take care: BELOW_ADULT, BELOW_MINOR, BELOW_FEDERAL");
    }
  }
}
