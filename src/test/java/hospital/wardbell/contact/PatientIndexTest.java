package hospital.wardbell.contact;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.identity.Sight;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientIndexTest {
  private static final Id DESK = Id.random();
  private static final Id CARDIOLOGY = Id.random();
  private static final Sight DESK_ONLY = new Sight(List.of(DESK));

  private final PatientIndex index = new PatientIndex();
  private final Id jose = put(DESK, "José María Test-Nadie", "+12025550123");
  private final Id ana = put(DESK, "Ana Nobody", "+12025550145");
  private final Id anaHeart = put(CARDIOLOGY, "Ana Heart", "+12025550146");

  private Id put(Id team, String name, String number) {
    Patient patient = new Patient(Id.random(), team, name, new PhoneNumber(number), "en");
    index.put(patient);
    return patient.id();
  }

  private List<Id> find(String typed) {
    return index.find(DESK_ONLY, typed, 10);
  }

  @Test
  void each_part_of_a_name_is_found_by_its_beginning_without_accents() {
    for (String typed : List.of("jose", "JOSÉ", "jo", "mar", "nadie jose", "test ma")) {
      assertThat(find(typed)).containsExactly(jose);
    }
    assertThat(find("ose")).isEmpty();
    assertThat(find("jose ana")).isEmpty();
  }

  @Test
  void any_three_digits_of_a_number_find_it_and_two_do_not() {
    assertThat(find("0123")).containsExactly(jose);
    assertThat(find("(202) 555-0145")).containsExactly(ana);
    assertThat(find("555")).containsExactlyInAnyOrder(ana, jose);
    assertThat(find("23")).isEmpty();
    assertThat(find("0123 jo")).containsExactly(jose);
    assertThat(find("0123 ana")).isEmpty();
  }

  @Test
  void what_is_outside_somebodys_sight_is_not_found() {
    assertThat(find("ana")).containsExactly(ana);
    assertThat(index.find(new Sight(List.of(DESK, CARDIOLOGY)), "ana", 10))
        .containsExactly(anaHeart, ana);
    assertThat(index.find(Sight.NOTHING, "ana", 10)).isEmpty();
  }

  @Test
  void a_second_number_is_found_as_well_as_the_first() {
    index.put(new Patient(ana, DESK, "Ana Nobody", new PhoneNumber("+14155550188"), "en"));

    assertThat(find("0188")).containsExactly(ana);
    assertThat(find("0145")).containsExactly(ana);
  }

  @Test
  void no_more_are_given_than_asked_for_and_none_for_no_words() {
    assertThat(index.find(DESK_ONLY, "555", 1)).containsExactly(ana);
    assertThat(find("  -!")).isEmpty();
  }
}
