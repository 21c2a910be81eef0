package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.LookReasons.Why;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookReasonsTest {
  @TempDir private Path directory;
  private Office office;
  private LookReasons reasons;
  private Id ana;
  private Id ben;
  private Staff nurse;
  private Sight sight;

  @BeforeEach
  void open() {
    office = new Office(directory);
    reasons = office.compliance.reasons();
    ana = office.patient("Ana Alba", Ward.ANA);
    ben = office.patient("Ben Baker", Ward.BEN);
    nurse = office.nurse("Dana Ruiz, RN");
    sight = new Sight(nurse.teams());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void watchAna() {
    office.compliance.watched().watch(office.patientOf(Ward.ANA), true, office.officer);
  }

  @Test
  void nobody_is_asked_about_a_patient_who_is_neither_known_nor_staff() {
    watchAna();

    assertThat(reasons.due(List.of(ana, ben), nurse)).containsExactly(ana);
    assertThat(reasons.isDue(sight, ben, nurse)).isFalse();
  }

  @Test
  void what_was_said_is_on_record_and_holds_for_that_person_a_shift_long() {
    watchAna();
    Staff other = office.nurse("Lou King, RN");

    assertThat(reasons.isDue(sight, ana, nurse)).isTrue();
    assertThat(reasons.give(sight, ana, Why.ANSWER, nurse, Office.DESK)).isTrue();

    assertThat(reasons.isDue(sight, ana, nurse)).isFalse();
    assertThat(reasons.isDue(sight, ana, other)).isTrue();
    assertThat(office.ward.acts()).contains("conversation.reason");
    office.ward.clock().pass(LookReasons.HOLDS.plus(Duration.ofSeconds(1)));
    assertThat(reasons.isDue(sight, ana, nurse)).isTrue();
  }

  @Test
  void a_patient_with_the_number_of_somebody_of_the_staff_is_guarded() {
    assertThat(reasons.isDue(sight, ben, nurse)).isFalse();

    office.compliance.watched().ownNumber(nurse.login(), Optional.of(Ward.BEN), office.officer);

    assertThat(reasons.isDue(sight, ben, nurse)).isTrue();
    office.compliance.watched().ownNumber(nurse.login(), Optional.empty(), office.officer);
    assertThat(reasons.isDue(sight, ben, nurse)).isFalse();
  }

  @Test
  void another_teams_guarded_patient_looks_like_none() {
    watchAna();

    assertThat(reasons.isDue(Sight.NOTHING, ana, nurse)).isFalse();
    assertThat(reasons.give(Sight.NOTHING, ana, Why.CARE, nurse, Office.DESK)).isFalse();
    assertThat(reasons.isDue(sight, ana, nurse)).isTrue();
  }
}
