package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringTest {
  private static final Instant NOON = Instant.parse("2027-02-02T17:00:00Z"); // a Tuesday
  private static final Instant NIGHT = Instant.parse("2027-02-03T07:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int REVIEWED = 3;

  @TempDir private Path directory;
  private Office office;
  private Monitoring monitoring;
  private Staff dana;

  @BeforeEach
  void open() {
    office = new Office(directory);
    office.settings.set(Settings.Key.REVIEW_MANY, "" + REVIEWED, new Actor.Operator("admin"));
    dana = office.nurse("Dana Ruiz, RN");
    monitoring = again();
    office.ward.clock().set(NOON);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Monitoring again() {
    return new Monitoring(
        office.ward.store(), office.evidence, office.settings, office.alerts, office.ward.clock());
  }

  private void looks(int conversations) {
    for (int i = 0; i < conversations; i++) {
      looks(Id.random());
    }
  }

  private void looks(Id conversation) {
    record(Entry.of(dana.actor(), Draw.LOOK).about(conversation).from(Office.DESK));
    office.ward.clock().pass(MINUTE);
  }

  private void record(Entry entry) {
    office.ward.store().change(tx -> office.ward.audit().record(tx, entry));
  }

  private void refused(int many) {
    for (int i = 0; i < many; i++) {
      record(Entry.of(new Actor.Wardbell("identity"), "sign-in.refused").from("10.0." + i + ".9"));
    }
  }

  private List<Alert> told() {
    while (monitoring.turn().isZero()) {
      // there is more in the record
    }
    return office.alerts.open();
  }

  @Test
  void who_opens_twice_as_many_conversations_as_are_reviewed_is_told_of_at_once() {
    looks(2 * REVIEWED - 1);
    assertThat(told()).isEmpty();

    looks(1);

    assertThat(told()).hasSize(1);
    Alert alert = told().getFirst();
    assertThat(alert.kind()).isEqualTo(hospital.wardbell.alert.Kind.MANY_LOOKS);
    assertThat(alert.subject()).isEqualTo(dana.id().toString());
  }

  @Test
  void the_same_few_again_and_again_are_no_spree_nor_are_many_over_a_day() {
    Id one = Id.random();
    for (int i = 0; i < 4 * REVIEWED; i++) {
      looks(one);
    }
    for (int i = 0; i < 2 * REVIEWED; i++) {
      office.ward.clock().pass(Duration.ofMinutes(20));
      looks(1);
    }

    assertThat(told()).isEmpty();
  }

  @Test
  void a_spree_is_told_once_over_a_restart_too_and_again_the_next_day() {
    looks(2 * REVIEWED);
    assertThat(told()).hasSize(1);
    monitoring = again();
    looks(2 * REVIEWED);

    assertThat(told()).extracting(Alert::times).containsExactly(1);

    office.ward.clock().pass(Duration.ofDays(1));
    looks(2 * REVIEWED);
    assertThat(told()).extracting(Alert::times).containsExactly(2);
  }

  @Test
  void a_spree_that_a_restart_divides_is_one() {
    looks(REVIEWED);
    assertThat(told()).isEmpty();
    monitoring = again();
    looks(REVIEWED);

    assertThat(told()).hasSize(1);
  }

  @Test
  void who_never_looks_at_night_is_told_of_the_first_time() {
    office.ward.clock().set(NIGHT);
    looks(Monitoring.SOME_PATIENTS - 1);
    assertThat(told()).isEmpty();

    looks(1);

    assertThat(told())
        .extracting(Alert::kind)
        .containsExactly(hospital.wardbell.alert.Kind.AFTER_HOURS);
  }

  @Test
  void who_looked_at_night_last_week_does_so_as_a_matter_of_course() {
    office.ward.clock().set(NIGHT);
    looks(Monitoring.SOME_PATIENTS);
    assertThat(told()).extracting(Alert::times).containsExactly(1);
    office.ward.clock().set(NIGHT.plus(Duration.ofDays(7)));
    looks(Monitoring.SOME_PATIENTS);
    assertThat(told()).extracting(Alert::times).containsExactly(1);

    office.ward.clock().set(NIGHT.plus(Duration.ofDays(7)).plus(Monitoring.HABIT));
    looks(Monitoring.SOME_PATIENTS);
    assertThat(told()).extracting(Alert::times).containsExactly(2);
  }

  @Test
  void while_the_record_is_young_habits_are_learnt_and_not_told_of() {
    office.ward.clock().set(Office.MONDAY.plus(Duration.ofHours(12)));
    looks(Monitoring.SOME_PATIENTS);

    assertThat(told()).isEmpty();
  }

  @Test
  void many_refusals_from_many_addresses_are_guessing_a_few_an_hour_are_not() {
    for (int i = 0; i < 2 * Monitoring.MANY_REFUSED; i++) {
      refused(1);
      office.ward.clock().pass(MINUTE);
    }
    assertThat(told()).isEmpty();

    refused(Monitoring.MANY_REFUSED);

    assertThat(told())
        .extracting(Alert::kind)
        .containsExactly(hospital.wardbell.alert.Kind.GUESSING);
  }
}
