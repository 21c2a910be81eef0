package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Form;
import hospital.wardbell.compliance.Request.State;
import hospital.wardbell.compliance.Requests.Opened;
import hospital.wardbell.compliance.Requests.Outcome;
import hospital.wardbell.conversation.Ward;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
  private static final String VERIFIED = "Driver's licence shown at the desk";

  @TempDir private Path directory;
  private Office office;
  private Requests requests;

  @BeforeEach
  void open() {
    office = new Office(directory);
    requests = office.compliance.requests();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Asked asked(Request.Kind kind, LocalDate received) {
    return new Asked(
        kind, office.patientOf(Ward.ANA), Asker.PATIENT, "", VERIFIED, Form.BOTH, received);
  }

  private Id made(Request.Kind kind) {
    return requests.make(asked(kind, requests.today()), office.officer).request().orElseThrow();
  }

  private Opened opened(Id id) {
    return requests.open(id, office.officer.actor(), Office.DESK).orElseThrow();
  }

  @Test
  void the_clock_runs_from_the_day_it_came_and_may_be_put_off_once_by_thirty_days() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id access = made(Request.Kind.ACCESS);
    Id accounting = made(Request.Kind.ACCOUNTING);
    assertThat(opened(access).request().due()).isEqualTo("2026-12-23");
    assertThat(opened(accounting).request().due()).isEqualTo("2027-01-22");

    assertThat(requests.extend(access, " ", office.officer)).isEqualTo(Outcome.NO_WORDS);
    assertThat(requests.extend(access, "The archive is being moved", office.officer))
        .isEqualTo(Outcome.DONE);

    assertThat(opened(access).request().due()).isEqualTo("2027-01-22");
    assertThat(opened(access).request().extension().orElseThrow().reason())
        .isEqualTo("The archive is being moved");
    assertThat(requests.extend(access, "again", office.officer))
        .isEqualTo(Outcome.EXTENDED_ALREADY);
  }

  @Test
  void what_is_late_is_overdue_and_cannot_be_put_off_any_more() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id id = made(Request.Kind.ACCESS);
    office.ward.clock().pass(Duration.ofDays(30));
    assertThat(opened(id).request().isOverdue(requests.today())).isFalse();
    office.ward.clock().pass(Duration.ofDays(1));

    assertThat(opened(id).request().isOverdue(requests.today())).isTrue();
    assertThat(requests.extend(id, "late", office.officer)).isEqualTo(Outcome.TOO_LATE);
  }

  @Test
  void what_is_closed_is_not_changed_any_more() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id id = made(Request.Kind.ACCESS);
    assertThat(requests.close(id, true, "", office.officer)).isEqualTo(Outcome.NO_WORDS);
    assertThat(requests.close(id, true, "Handed over at the desk", office.officer))
        .isEqualTo(Outcome.DONE);

    assertThat(opened(id).request().state()).isEqualTo(State.ANSWERED);
    assertThat(opened(id).request().closing().orElseThrow().words())
        .isEqualTo("Handed over at the desk");
    assertThat(requests.close(id, false, "no", office.officer)).isEqualTo(Outcome.CLOSED_ALREADY);
    assertThat(requests.extend(id, "no", office.officer)).isEqualTo(Outcome.CLOSED_ALREADY);
    assertThat(office.ward.acts())
        .contains("request.made", "request.read", "request.closed")
        .doesNotContain("request.extended");
  }

  @Test
  void who_asks_and_how_it_was_verified_must_be_said_and_no_day_to_come_is_taken() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id patient = office.patientOf(Ward.ANA);
    LocalDate today = requests.today();
    Asked mother =
        new Asked(
            Request.Kind.ACCESS, patient, Asker.REPRESENTATIVE, "", VERIFIED, Form.PDF, today);
    Asked unverified =
        new Asked(Request.Kind.ACCESS, patient, Asker.PATIENT, "", " ", Form.PDF, today);

    assertThat(requests.make(mother, office.officer).outcome()).isEqualTo(Outcome.NO_WORDS);
    assertThat(requests.make(unverified, office.officer).outcome()).isEqualTo(Outcome.NO_WORDS);
    assertThat(
            requests.make(asked(Request.Kind.ACCESS, today.plusDays(1)), office.officer).outcome())
        .isEqualTo(Outcome.NOT_YET);
  }

  @Test
  void of_a_shared_telephone_a_person_decides_before_there_is_a_copy() {
    Id conversation = office.patient("Ana Alba", Ward.ANA);
    office.alsoHas("Ada Alba", Ward.ANA);
    Id id = made(Request.Kind.ACCESS);
    assertThat(opened(id).isUndecided()).isTrue();
    assertThatThrownBy(() -> copy(id)).isInstanceOf(IllegalStateException.class);

    assertThat(requests.decide(id, Id.random(), true, office.officer)).isEqualTo(Outcome.NOT_THERE);
    assertThat(requests.decide(id, conversation, false, office.officer)).isEqualTo(Outcome.DONE);
    assertThat(opened(id).isUndecided()).isFalse();
    assertThat(requests.decide(id, conversation, true, office.officer)).isEqualTo(Outcome.DONE);

    assertThat(opened(id).talks().getFirst().belongs()).contains(true);
    assertThat(office.ward.acts()).contains("request.decided");
  }

  @Test
  void that_there_was_a_request_stays_known_when_the_patient_s_key_is_destroyed() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id id = made(Request.Kind.ACCESS);
    office.shredPatient(office.patientOf(Ward.ANA));
    requests = office.compliance.requests();

    assertThat(opened(id).request().verified()).isEmpty();
    assertThat(opened(id).patient()).isEmpty();
    assertThat(opened(id).mayCopy()).isFalse();
    assertThat(requests.all(office.officer.actor(), Office.DESK)).hasSize(1);
  }

  private Copies.Copy copy(Id id) {
    return office
        .compliance
        .copies()
        .of(opened(id), false, (key, _) -> key, Locale.ENGLISH, office.officer, Office.DESK);
  }

  @Test
  void nothing_that_was_written_about_it_lies_in_the_clear() {
    Id _ = office.patient("Ana Alba", Ward.ANA);
    Id id = made(Request.Kind.ACCESS);
    Outcome _ = requests.extend(id, "Wegen Umzugs", office.officer);

    for (String column : new String[] {"asker_name", "verified", "extension"}) {
      byte[] kept =
          office
              .ward
              .store()
              .read(sql ->
                  sql.one(
                      "select " + column + " from privacy_request where id = ?",
                      row -> row.bytes(column),
                      id))
              .orElseThrow();
      assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("licence", "Umzug");
    }
  }
}
