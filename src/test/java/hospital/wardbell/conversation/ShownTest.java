package hospital.wardbell.conversation;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.MORNING;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.audit.Search;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who asks who saw a patient finds the programs too.
class ShownTest {
  private static final Actor PROGRAM = new Actor.Integration(Id.random());

  @TempDir private Path directory;
  private Ward ward;

  @BeforeEach
  void open() {
    ward = Ward.open(directory);
  }

  @AfterEach
  void close() {
    ward.close();
  }

  /// What programs did, by what the record has about a patient.
  private List<Recorded> looks(List<String> about) {
    Evidence evidence =
        new Evidence(
            ward.store(),
            () -> {
              throw new IllegalStateException("no checkpoint is asked for");
            });
    Search search = new Search(about, Optional.of(PROGRAM.label()), Search.Acts.LOOKS, 0, 1_000);
    return evidence.find(search).entries();
  }

  private List<String> pseudonyms(PhoneNumber number) {
    return ward.patients().pseudonyms(number);
  }

  private Id newest(Id conversation) {
    return ward.opened(conversation).messages().getLast().id();
  }

  @Test
  void a_list_is_found_under_each_patient_of_each_number_that_it_showed() {
    ward.patients().add(ward.desk(), "Ana Alba", ANA, "es", NURSE);
    ward.patients().add(ward.desk(), "Ada Alba", ANA, "es", NURSE);
    ward.patients().add(ward.desk(), "Ben Baker", BEN, "en", NURSE);
    Id _ = ward.texts(ANA, "one");
    Id _ = ward.texts(ANA, "two");
    Id _ = ward.texts(BEN, "three");

    var _ = ward.conversations().since(ward.deskSight(), true, MORNING, PROGRAM);

    assertThat(pseudonyms(ANA)).hasSize(2);
    for (String patient : pseudonyms(ANA)) {
      assertThat(looks(List.of(patient)))
          .singleElement()
          .extracting(Recorded::act, Recorded::reason)
          .containsExactly("messages.read", "shown 2");
    }
    assertThat(looks(pseudonyms(BEN))).hasSize(1);
  }

  @Test
  void of_a_number_that_is_nobody_s_it_is_found_under_the_conversation() {
    Id conversation = ward.texts(ANA, "one");

    var _ = ward.conversations().message(ward.deskSight(), newest(conversation), true, PROGRAM);

    assertThat(looks(List.of(conversation.toString()))).hasSize(1);
  }

  @Test
  void whose_message_a_search_found_was_looked_at() {
    ward.patients().add(ward.desk(), "Ana Alba", ANA, "es", NURSE);
    ward.patients().add(ward.desk(), "Ben Baker", BEN, "en", NURSE);
    Id _ = ward.texts(ANA, "the parking garage");
    Id _ = ward.texts(BEN, "thank you");

    var _ =
        ward.conversations()
            .search(ward.deskSight(), "parking", Optional.empty(), PROGRAM, "10.0.0.7");

    assertThat(looks(pseudonyms(ANA)))
        .singleElement()
        .extracting(Recorded::act, Recorded::origin, Recorded::reason)
        .containsExactly("messages.searched", "10.0.0.7", "shown 1");
    assertThat(looks(pseudonyms(BEN))).isEmpty();
  }

  @Test
  void who_only_asks_what_became_of_a_message_has_seen_nobody() {
    ward.patients().add(ward.desk(), "Ana Alba", ANA, "es", NURSE);
    Id conversation = ward.texts(ANA, "one");

    var _ = ward.conversations().message(ward.deskSight(), newest(conversation), false, PROGRAM);

    assertThat(looks(pseudonyms(ANA))).isEmpty();
  }

  @Test
  void a_long_list_is_on_record_whole() {
    for (int i = 0; i < 120; i++) {
      Id _ = ward.texts(new PhoneNumber("+1202555%04d".formatted(100 + i)), "hello");
    }
    int before = ward.acts().size();

    var _ = ward.conversations().since(ward.deskSight(), true, MORNING, PROGRAM);

    assertThat(ward.acts().subList(before, ward.acts().size()))
        .hasSize(121)
        .containsOnly("messages.read");
  }
}
