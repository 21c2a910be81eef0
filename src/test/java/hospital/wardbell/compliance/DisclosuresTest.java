package hospital.wardbell.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disclosure.Told;
import hospital.wardbell.compliance.Disclosures.Outcome;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Form;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisclosuresTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  @TempDir private Path directory;
  private Office office;
  private Disclosures disclosures;
  private Id conversation;
  private Staff nurse;
  private Sight sight;

  @BeforeEach
  void open() {
    office = new Office(directory);
    disclosures = office.compliance.disclosures();
    conversation = office.patient("Ana Alba", Ward.ANA);
    Id _ = office.patient("Ben Baker", Ward.BEN);
    nurse = office.nurse("Dana Ruiz, RN");
    sight = new Sight(nurse.teams());
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Id texted(String words) {
    office.ward.optIn(Ward.ANA);
    return office.ward.reply(conversation, words).message();
  }

  private List<Disclosure> of(Id patient) {
    return disclosures.of(patient, office.officer.actor(), Office.DESK);
  }

  private List<Disclosure> nobodys() {
    return disclosures.nobodys(office.officer.actor(), Office.DESK);
  }

  private static Told told(LocalDate day) {
    return new Told(day, "County police", "Telephone number", "Warrant 12");
  }

  @Test
  void a_text_to_the_wrong_person_is_accounted_for_under_the_patient_whose_it_was() {
    Id message = texted("Ben, your scan is fine.");
    assertThat(disclosures.misdirected(sight, message, " ", nurse)).isEqualTo(Outcome.NO_WORDS);
    assertThat(disclosures.misdirected(sight, message, "It was Ben's scan", nurse))
        .isEqualTo(Outcome.DONE);
    assertThat(disclosures.misdirected(sight, message, "again", nurse))
        .isEqualTo(Outcome.TOLD_ALREADY);
    assertThat(disclosures.misdirected(List.of(Id.random(), message))).containsExactly(message);

    Disclosure open = nobodys().getFirst();
    Id ben = office.patientOf(Ward.BEN);
    assertThat(disclosures.assign(open.id(), ben, office.officer)).isEqualTo(Outcome.DONE);
    assertThat(disclosures.assign(open.id(), ben, office.officer)).isEqualTo(Outcome.TOLD_ALREADY);

    assertThat(nobodys()).isEmpty();
    assertThat(of(office.patientOf(Ward.ANA))).isEmpty();
    assertThat(of(ben))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.recipient()).contains(Ward.ANA.canonical());
          assertThat(one.why()).isEqualTo("It was Ben's scan");
          assertThat(one.day()).isEqualTo("2026-11-23");
          assertThat(one.message()).contains(message);
        });
    assertThat(office.ward.acts()).contains("message.misdirected", "disclosure.told");
  }

  @Test
  void who_may_not_see_the_conversation_can_say_nothing_of_its_texts() {
    Id message = texted("hello");

    assertThat(disclosures.misdirected(Sight.NOTHING, message, "x", office.officer))
        .isEqualTo(Outcome.NOT_THERE);
    assertThat(disclosures.misdirected(sight, Id.random(), "x", nurse))
        .isEqualTo(Outcome.NOT_THERE);
    assertThat(nobodys()).isEmpty();
  }

  @Test
  void an_accounting_has_six_years_and_its_words_lie_sealed() throws IOException {
    Id ana = office.patientOf(Ward.ANA);
    assertThat(disclosures.tell(ana, told(LocalDate.parse("2020-11-22")), office.officer))
        .isEqualTo(Outcome.DONE);
    assertThat(disclosures.tell(ana, told(LocalDate.parse("2020-11-23")), office.officer))
        .isEqualTo(Outcome.DONE);
    assertThat(disclosures.tell(ana, told(DAY), office.officer)).isEqualTo(Outcome.DONE);
    assertThat(disclosures.tell(ana, told(DAY.plusDays(9)), office.officer))
        .isEqualTo(Outcome.NOT_YET);
    assertThat(disclosures.tell(ana, new Told(DAY, "", "something", "a reason"), office.officer))
        .isEqualTo(Outcome.NO_WORDS);

    JsonObject json = JsonObject.parse(new String(copy(ana, false), StandardCharsets.UTF_8));
    assertThat(json.text("since")).isEqualTo("2020-11-23");
    assertThat(json.objects("disclosures"))
        .extracting(one -> one.text("date") + " " + one.text("recipient"))
        .containsExactly("2020-11-23 County police", "2026-11-20 County police");
    try (PDDocument pdf = Loader.loadPDF(copy(ana, true))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("2026-11-20", "County police", "Telephone number", "Warrant 12")
          .doesNotContain("2020-11-22");
    }
    byte[] kept =
        office
            .ward
            .store()
            .read(
                sql -> sql.list("select recipient from disclosure", row -> row.bytes("recipient")))
            .getFirst();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("police");
  }

  private byte[] copy(Id patient, boolean pdf) throws IOException {
    Requests requests = office.compliance.requests();
    Asked asked =
        new Asked(
            Request.Kind.ACCOUNTING,
            patient,
            Asker.PATIENT,
            "",
            "known in person",
            Form.BOTH,
            requests.today());
    Id id = requests.make(asked, office.officer).request().orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    office
        .compliance
        .copies()
        .of(
            requests.open(id, office.officer.actor(), Office.DESK).orElseThrow(),
            pdf,
            (key, arguments) -> key + List.of(arguments),
            Locale.ENGLISH,
            office.officer,
            Office.DESK)
        .write(out);
    return out.toByteArray();
  }
}
