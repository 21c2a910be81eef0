package hospital.wardbell.compliance;

import static hospital.wardbell.compliance.Cabinet.PAT;
import static hospital.wardbell.compliance.Cabinet.QUINN;
import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.store.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stays though it was approved, what goes later or earlier, and what begins anew.
class KeptTest {
  @TempDir private Path directory;
  private Cabinet cabinet;
  private Ward ward;
  private Id ana;
  private Id ben;
  private Id patient;

  @BeforeEach
  void furnish() {
    ward = Ward.open(directory);
    cabinet = Cabinet.of(ward, directory);
    patient = ward.patients().add(ward.desk(), "Ottoline Vandersloot", ANA, "en", NURSE);
    ana = ward.texts(ANA, "my biopsy hurts");
    ward.optOut(ANA);
    ben = ward.texts(BEN, "the elbow hurts");
    ward.conversations().start();
    cabinet.waitUntilOver();
  }

  @AfterEach
  void close() {
    cabinet.close();
  }

  private List<Fate> fates(Id disposition) {
    return cabinet.whole(disposition).items().stream().map(Disposition.Item::fate).toList();
  }

  private Id carriedOut() throws Exception {
    Id disposition = cabinet.approved();
    cabinet.carryOut();
    return disposition;
  }

  @Test
  void what_is_under_a_hold_stays_though_it_was_approved_and_so_does_what_was_said_since()
      throws Exception {
    Id disposition = cabinet.approved();
    Id hold =
        cabinet
            .retention()
            .holds()
            .set(LegalHold.Kind.PATIENT, patient, LegalHold.Reason.LITIGATION, "case 17", PAT, "")
            .orElseThrow();
    ward.texts(BEN, "me again");
    cabinet.carryOut();

    assertThat(fates(disposition)).containsExactlyInAnyOrder(Fate.HELD, Fate.NOT_DUE, Fate.HELD);
    assertThat(ward.said(ana)).contains("my biopsy hurts");
    assertThat(ward.said(ben)).contains("the elbow hurts", "me again");
    assertThat(cabinet.list().subjects()).isEmpty();
    assertThat(cabinet.retention().holds().active())
        .singleElement()
        .satisfies(held -> {
          assertThat(held.id()).isEqualTo(hold);
          assertThat(cabinet.retention().holds().note(held)).isEqualTo("case 17");
        });

    assertThat(cabinet.retention().holds().lift(hold, LegalHold.Lifted.CLOSED, QUINN, "")).isTrue();
    assertThat(cabinet.retention().holds().lift(hold, LegalHold.Lifted.CLOSED, QUINN, ""))
        .isFalse();
    assertThat(fates(carriedOut())).containsExactly(Fate.ERASED, Fate.ERASED);
  }

  @Test
  void the_pdus_of_a_day_that_became_no_message_go_after_their_years() throws Exception {
    cabinet.inbox().message("ttyUSB0", "0011", Ward.MORNING);
    Id day =
        ward.store()
            .read(sql ->
                sql.list("select data_key from raw_pdu", row -> row.id("data_key")).getFirst());
    assertThat(fates(carriedOut())).doesNotContain(Fate.HELD);
    assertThat(cabinet.keys(day)).as("nobody has read it").isEqualTo(1);

    ward.store().change(tx -> tx.update("update raw_pdu set state = 'UNREADABLE', why = 'no'"));
    assertThat(fates(carriedOut())).containsExactly(Fate.ERASED);
    assertThat(cabinet.keys(day)).isZero();
    assertThat(cabinet.inbox().unreadable(NURSE, ""))
        .singleElement()
        .satisfies(text -> {
          assertThat(text.hex()).isEmpty();
          assertThat(text.why()).contains("SHREDDED");
        });
  }

  @Test
  void a_patient_whose_day_of_birth_is_known_need_not_wait_as_long() throws Exception {
    ward.clock().set(Instant.parse("2038-01-01T12:00:00Z"));
    assertThat(cabinet.retention().dispositions().propose(PAT, ""))
        .isInstanceOf(Dispositions.Proposal.Nothing.class);

    ward.store()
        .change(tx -> {
          var keeping = ward.patients().keeping();
          var subject = keeping.find(tx, patient).orElseThrow();
          keeping.know(
              tx,
              subject,
              Optional.of(Ward.MORNING.atZone(ZoneOffset.UTC).toLocalDate().minusYears(50)),
              Optional.empty());
        });

    assertThat(fates(carriedOut())).containsExactly(Fate.ERASED, Fate.ERASED);
    assertThat(ward.said(ben)).contains("the elbow hurts");
  }

  @Test
  void a_text_that_comes_later_begins_another_conversation_and_the_opt_out_still_refuses()
      throws Exception {
    Id _ = carriedOut();

    Id again = ward.texts(ANA, "hello again");
    assertThat(again).isNotEqualTo(ana);
    assertThat(ward.reply(again, "good to hear from you").rule().passes()).isFalse();
    assertThat(ward.said(again)).contains("hello again");
  }

  @Test
  void a_database_from_before_that_is_put_into_its_place_is_erased_again() throws Exception {
    Path database = directory.resolve("database");
    Path before = directory.resolve("before");
    cabinet.close();
    copy(database, before);
    reopen();
    cabinet.waitUntilOver();
    Id _ = carriedOut();
    cabinet.close();
    Tree.delete(database);
    Files.move(before, database);
    reopen();
    assertThat(ward.said(ana)).contains("my biopsy hurts");

    cabinet.carryOut();

    assertThat(ward.conversations().with(ANA)).isEmpty();
    assertThat(ward.conversations().with(BEN)).isEmpty();
    assertThat(ward.patients().find(ward.deskSight(), "Ottoline", 5, NURSE, "").patients())
        .isEmpty();
    assertThat(ward.acts()).contains("retention.erased-again");
  }

  private void reopen() {
    ward = Ward.reopen(directory);
    cabinet = Cabinet.of(ward, directory);
    ward.conversations().start();
    ward.patients().start();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
