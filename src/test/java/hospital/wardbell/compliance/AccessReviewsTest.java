package hospital.wardbell.compliance;

import static hospital.wardbell.compliance.Office.NEXT_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.AccessReviews.Outcome;
import hospital.wardbell.compliance.Review.Finding;
import hospital.wardbell.compliance.Review.Item;
import hospital.wardbell.compliance.Review.Opened;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.identity.Glass;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessReviewsTest {
  private static final Week WEEK = Week.parse(Office.WEEK).orElseThrow();
  private static final PhoneNumber ANA = Ward.ANA;
  private static final PhoneNumber BEN = Ward.BEN;

  @TempDir private Path directory;
  private Office office;
  private AccessReviews reviews;

  @BeforeEach
  void open() {
    office = new Office(directory);
    reviews = office.compliance.reviews();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void drawAll() {
    office.ward.clock().set(NEXT_WEEK);
    while (reviews.drawNext()) {
      // the weeks before it too
    }
  }

  private Opened opened() {
    return reviews.open(WEEK, office.officer.actor(), Office.DESK).orElseThrow();
  }

  private List<Kind> kindsOf(Staff staff) {
    return opened().items().stream()
        .filter(item -> item.staff().equals(staff.id()))
        .map(Item::kind)
        .toList();
  }

  private void noteAll(Staff by) {
    for (Item item : opened().items()) {
      assertThat(reviews.note(WEEK, item.id(), Finding.EXPECTED, "", by)).isEqualTo(Outcome.DONE);
    }
  }

  @Test
  void who_has_the_patient_s_surname_is_found_with_accents_and_without() {
    Id conversation = office.patient("Íñigo Peñalosa", ANA);
    Staff cousin = office.nurse("Rosa Penalosa, RN");
    Staff stranger = office.nurse("Dana Ruiz, RN");
    office.looks(cousin, conversation);
    office.looks(stranger, conversation);
    drawAll();

    assertThat(kindsOf(cousin)).containsExactly(Kind.SAME_SURNAME);
    assertThat(kindsOf(stranger)).containsExactly(Kind.RANDOM);
    assertThat(opened().names()).containsEntry(conversation, List.of("Íñigo Peñalosa"));
  }

  @Test
  void who_looks_at_their_own_record_is_found_by_number_and_by_name() {
    Id anas = office.patient("Ana Alba", ANA);
    Id bens = office.patient("Benjamin Baker", BEN);
    Staff byName = office.nurse("Alba Ana, RN");
    Staff byNumber = office.nurse("Ben B., RN");
    assertThat(
            office
                .compliance
                .watched()
                .ownNumber(byNumber.login(), Optional.of(BEN), office.officer))
        .isTrue();
    office.looks(byName, anas);
    office.looks(byNumber, bens);
    office.looks(byNumber, anas);
    drawAll();

    assertThat(kindsOf(byName)).containsExactly(Kind.OWN_RECORD);
    assertThat(kindsOf(byNumber)).containsExactly(Kind.OWN_RECORD, Kind.RANDOM);
  }

  @Test
  void a_look_under_break_glass_is_found_as_such() {
    Id conversation = office.patient("Ana Alba", ANA);
    Staff dana = office.nurse("Dana Ruiz, RN");
    Instant now = office.ward.clock().instant();
    Glass glass =
        new Glass(
            Id.random(),
            Id.random(),
            dana.id(),
            Id.random(),
            now,
            now.plus(Duration.ofMinutes(30)));
    Staff under =
        new Staff(
            dana.id(),
            dana.login(),
            dana.name(),
            dana.roles(),
            dana.teams(),
            dana.language(),
            Optional.of(glass));
    office.looks(under, conversation);
    drawAll();

    assertThat(kindsOf(dana)).containsExactly(Kind.BREAK_GLASS);
  }

  @Test
  void every_look_at_a_patient_who_is_watched_is_found() {
    Id conversation = office.patient("Ana Alba", ANA);
    Watched watched = office.compliance.watched();
    Id patient = watched.holding(ANA, office.officer, Office.DESK).getFirst().patient().id();
    watched.watch(patient, true, office.officer);
    Staff dana = office.nurse("Dana Ruiz, RN");
    office.looks(dana, conversation);
    drawAll();

    assertThat(kindsOf(dana)).containsExactly(Kind.WATCHED);
    assertThat(watched.holding(ANA, office.officer, Office.DESK).getFirst().isWatched()).isTrue();
    watched.watch(patient, false, office.officer);
    assertThat(watched.holding(ANA, office.officer, Office.DESK).getFirst().isWatched()).isFalse();
  }

  @Test
  void looks_at_night_and_at_the_weekend_are_found_by_the_hospital_s_own_clock() {
    Id conversation = office.patient("Ana Alba", ANA);
    Staff day = office.nurse("Dana Day");
    Staff night = office.nurse("Nina Night");
    Staff weekend = office.nurse("Sam Sunday");
    office.ward.clock().set(Instant.parse("2026-11-24T00:30:00Z")); // half past seven there
    office.looks(night, conversation);
    office.ward.clock().set(Instant.parse("2026-11-24T23:30:00Z")); // half past six
    office.looks(day, conversation);
    office.ward.clock().set(Instant.parse("2026-11-29T15:00:00Z"));
    office.looks(weekend, conversation);
    drawAll();

    assertThat(kindsOf(day)).containsExactly(Kind.RANDOM);
    assertThat(kindsOf(night)).containsExactly(Kind.AFTER_HOURS);
    assertThat(kindsOf(weekend)).containsExactly(Kind.AFTER_HOURS);
  }

  @Test
  void who_opens_many_conversations_within_an_hour_is_found_and_of_each_kind_ten_are_drawn() {
    office.settings.set(Settings.Key.REVIEW_MANY, "12", office.officer.actor());
    Staff busy = office.nurse("Busy Bee");
    Staff usual = office.nurse("Usual Una");
    for (int i = 0; i < 12; i++) {
      Id conversation = office.ward.texts(new PhoneNumber("+1202555%04d".formatted(100 + i)), "x");
      office.looks(busy, conversation);
      office.looks(busy, conversation); // the page comes again with each text
      if (i == 6) {
        office.ward.clock().pass(Duration.ofHours(1));
      }
      office.looks(usual, conversation);
    }
    office.ward.clock().pass(Duration.ofHours(1));
    for (int i = 0; i < 12; i++) {
      office.looks(
          busy, office.ward.texts(new PhoneNumber("+1202555%04d".formatted(100 + i)), "x"));
    }
    drawAll();

    Opened opened = opened();
    assertThat(opened.items())
        .filteredOn(item -> item.kind() == Kind.MANY)
        .singleElement()
        .satisfies(item -> {
          assertThat(item.staff()).isEqualTo(busy.id());
          assertThat(item.detail()).isEqualTo(12);
          assertThat(item.conversation()).isEmpty();
        });
    assertThat(opened.items()).filteredOn(item -> item.kind() == Kind.RANDOM).hasSize(10);
    assertThat(opened.review().found()).containsEntry(Kind.RANDOM, 48L);
    assertThat(opened.review().looks()).isEqualTo(48);
  }

  @Test
  void a_week_is_drawn_once_when_it_is_over_with_its_seed_on_record() {
    office.looks(office.nurse("Dana Ruiz"), office.patient("Ana Alba", ANA));
    while (reviews.drawNext()) {
      // what is over
    }
    assertThat(reviews.open(WEEK, office.officer.actor(), Office.DESK)).isEmpty();
    drawAll();
    drawAll();

    assertThat(reviews.reviews())
        .extracting(review -> review.week().text())
        .startsWith(Office.WEEK);
    assertThat(reviews.reviews()).filteredOn(review -> review.week().equals(WEEK)).hasSize(1);
    Review review = opened().review();
    assertThat(review.seed()).matches("[0-9a-f]{32}");
    assertThat(office.evidence.entries(review.toLeaf(), 50))
        .anyMatch(entry ->
            entry.contains("review.drawn")
                && entry.contains(
                    "%s seed %s of %d until %d"
                        .formatted(
                            Office.WEEK, review.seed(), review.fromLeaf(), review.toLeaf())));
  }

  @Test
  void a_week_is_signed_once_all_is_reviewed_by_nobody_who_looked() {
    Staff nurse = office.nurse("Dana Ruiz");
    Id conversation = office.patient("Ana Alba", ANA);
    office.looks(nurse, conversation);
    drawAll();
    Item item = opened().items().getFirst();

    assertThat(reviews.note(WEEK, item.id(), Finding.EXPECTED, "", nurse))
        .isEqualTo(Outcome.OWN_LOOK);
    assertThat(reviews.sign(WEEK, "fine", office.officer)).isEqualTo(Outcome.STILL_OPEN);
    assertThat(reviews.note(WEEK, item.id(), Finding.TO_ASK, " ", office.officer))
        .isEqualTo(Outcome.NO_WORDS);
    noteAll(office.officer);
    assertThat(reviews.sign(WEEK, "fine", nurse)).isEqualTo(Outcome.OWN_LOOK);
    assertThat(reviews.sign(WEEK, " ", office.officer)).isEqualTo(Outcome.NO_WORDS);
    assertThat(reviews.sign(WEEK, "Asked Dana about Ana Alba.", office.officer))
        .isEqualTo(Outcome.DONE);

    assertThat(opened().review().signature().orElseThrow().note())
        .isEqualTo("Asked Dana about Ana Alba.");
    assertThat(opened().items().getFirst().note().orElseThrow().by())
        .isEqualTo(office.officer.id());
    assertThat(reviews.sign(WEEK, "again", office.officer)).isEqualTo(Outcome.SIGNED_ALREADY);
    assertThat(reviews.note(WEEK, item.id(), Finding.WRONG, "late", office.officer))
        .isEqualTo(Outcome.SIGNED_ALREADY);
    assertThat(office.ward.acts()).contains("review.noted", "review.signed");
    assertThat(office.evidence.entries(0, 1_000)).noneMatch(entry -> entry.contains("Asked"));
  }

  @Test
  void a_week_that_nobody_signed_is_overdue_two_weeks_after_its_end() {
    office.looks(office.nurse("Dana Ruiz"), office.patient("Ana Alba", ANA));
    drawAll();
    assertThat(opened().review().overdue()).isFalse();

    office.ward.clock().set(Instant.parse("2026-12-14T06:00:00Z"));
    assertThat(opened().review().overdue()).isTrue();
  }

  @Test
  void whose_names_a_reviewer_saw_is_on_record_under_the_patient() {
    office.looks(office.nurse("Dana Ruiz"), office.patient("Ana Alba", ANA));
    drawAll();
    var _ = opened();

    String patient = office.ward.patients().pseudonyms(ANA).getFirst();
    assertThat(office.evidence.entries(0, 1_000))
        .anyMatch(entry ->
            entry.contains(patient)
                && entry.contains("patient.read")
                && entry.contains(office.officer.id().toString()));
  }
}
