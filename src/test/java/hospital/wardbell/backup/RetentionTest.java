package hospital.wardbell.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Instant FIRST = Instant.parse("2025-01-01T07:00:00Z");

  private static BackupName at(Instant time) {
    return new BackupName(time, "1a2b3c4d");
  }

  private static List<BackupName> everyDay(int days) {
    List<BackupName> names = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      names.add(at(FIRST.plus(Duration.ofDays(day))));
    }
    return names;
  }

  private static List<String> kept(Retention retention, List<BackupName> all) {
    List<BackupName> gone = retention.superfluous(all);
    return all.stream()
        .filter(name -> !gone.contains(name))
        .map(name -> name.at().toString().substring(0, 10))
        .toList();
  }

  @Test
  void the_last_of_each_day_week_and_month_is_kept() {
    assertThat(kept(new Retention(1, 3, 2, 3, ZONE), everyDay(100)))
        .containsExactly(
            "2025-02-28", "2025-03-31", "2025-04-06", "2025-04-08", "2025-04-09", "2025-04-10");
  }

  @Test
  void two_years_of_days_leave_no_more_than_was_asked_for() {
    assertThat(kept(new Retention(1, 7, 4, 12, ZONE), everyDay(730))).hasSize(20);
  }

  @Test
  void of_several_of_one_day_the_newest_is_kept() {
    List<BackupName> names =
        List.of(at(FIRST), at(FIRST.plusSeconds(60)), at(FIRST.plusSeconds(120)));

    assertThat(new Retention(1, 7, 4, 12, ZONE).superfluous(names))
        .containsExactly(names.get(1), names.get(0));
  }

  @Test
  void the_newest_are_kept_though_they_are_of_one_day() {
    List<BackupName> names =
        List.of(at(FIRST), at(FIRST.plusSeconds(60)), at(FIRST.plusSeconds(120)));

    assertThat(new Retention(2, 7, 4, 12, ZONE).superfluous(names)).containsExactly(names.get(0));
  }

  @Test
  void days_without_a_backup_do_not_count() {
    List<BackupName> names =
        List.of(
            at(FIRST), at(FIRST.plus(Duration.ofDays(40))), at(FIRST.plus(Duration.ofDays(90))));

    assertThat(new Retention(1, 3, 0, 0, ZONE).superfluous(names)).isEmpty();
  }

  @Test
  void a_day_is_the_hospitals() {
    Instant evening = Instant.parse("2025-03-02T03:00:00Z"); // still the first of March there

    assertThat(
            new Retention(1, 1, 0, 1, ZONE)
                .superfluous(List.of(at(evening), at(evening.minus(Duration.ofHours(12))))))
        .containsExactly(at(evening.minus(Duration.ofHours(12))));
  }

  @Test
  void of_nothing_nothing_goes() {
    assertThat(new Retention(1, 1, 0, 0, ZONE).superfluous(List.of())).isEmpty();
  }
}
