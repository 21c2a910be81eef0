package hospital.wardbell.compliance;

import static hospital.wardbell.compliance.Cabinet.ORIGIN;
import static hospital.wardbell.compliance.Cabinet.PAT;
import static hospital.wardbell.compliance.Cabinet.QUINN;
import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.vault.VaultFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What is gone, and what is left, when a proposal has been carried out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Cabinet cabinet;
  private Ward ward;
  private Id ana;
  private List<Id> keys;
  private Id disposition;

  /// Two conversations and a patient, whose words, names and verdicts are found; then all is over
  /// and carried out.
  @BeforeAll
  void furnish(@TempDir Path directory) throws Exception {
    ward = Ward.open(directory);
    cabinet = Cabinet.of(ward, directory);
    Id patient = ward.patients().add(ward.desk(), "Ottoline Vandersloot", ANA, "en", NURSE);
    ward.optIn(ANA);
    ana = ward.texts(ANA, "my biopsy hurts");
    ward.reply(ana, "please come tomorrow");
    ward.optOut(ANA);
    Id ben = ward.texts(BEN, "the elbow hurts");
    ward.conversations().start();
    ward.patients().start();
    Until.so("the words are in the index", PATIENCE, cabinet::isIndexed);
    Id patientKey =
        ward.store().read(sql -> ward.patients().keeping().find(sql, patient)).orElseThrow().key();
    keys = List.of(cabinet.key(ana), cabinet.key(ben), patientKey);
    assertThat(cabinet.blocks("biopsy")).isPositive();
    assertThat(verdicts()).isPositive();
    assertThat(ward.patients().find(ward.deskSight(), "Ottoline", 5, NURSE, "").patients())
        .hasSize(1);
    cabinet.waitUntilOver();
    disposition = cabinet.approved();
    cabinet.carryOut();
  }

  @AfterAll
  void close() {
    cabinet.close();
  }

  private long count(String table) {
    return ward.store().read(sql -> sql.number("select count(*) from " + table));
  }

  private Erasing erasing() {
    return ward.conversations().removal().erasing();
  }

  @Test
  void neither_a_key_nor_a_word_nor_a_name_is_left_and_everything_else_is() {
    assertThat(cabinet.whole(disposition).disposition().state()).isEqualTo(State.DONE);
    assertThat(keys).allSatisfy(key -> assertThat(cabinet.keys(key)).isZero());
    for (String word : List.of("my", "biopsy", "hurts", "please", "tomorrow", "elbow")) {
      assertThat(cabinet.blocks(word)).as(word).isZero();
    }
    assertThat(ward.patients().find(ward.deskSight(), "Ottoline", 5, NURSE, "").patients())
        .isEmpty();
    assertThat(ward.patients().find(ward.deskSight(), "0123", 5, NURSE, "").patients()).isEmpty();
    assertThat(count("patient_number")).isZero();
    assertThat(count("message")).isEqualTo(3);
    assertThat(count("conversation")).isEqualTo(2);
    assertThat(cabinet.list().subjects()).containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void nothing_leads_to_the_remote_any_more_but_the_opt_out_still_refuses() {
    assertThat(verdicts()).isZero();
    assertThat(ward.conversations().with(ANA)).isEmpty();
    assertThat(ward.store().<Consent>read(sql -> ward.ledger().standing(sql, ANA)))
        .isInstanceOf(Consent.OptedOut.class);
  }

  private long verdicts() {
    byte[] index = ward.vault().index("consent.remote", ANA.canonical());
    return ward.store()
        .read(sql ->
            sql.number(
                "select count(*) from gate_verdict v join consent_remote r on r.id = v.remote"
                    + " where r.remote_index = ?",
                index));
  }

  @Test
  void pages_lists_and_searches_go_on_and_say_when_it_was_erased() {
    assertThat(
            ward.store()
                .<Optional<Instant>>read(sql -> erasing().erasedAt(sql, ward.deskSight(), ana)))
        .contains(Cabinet.LATER);
    assertThat(
            ward.store()
                .<Optional<Instant>>read(
                    sql -> erasing().erasedAt(sql, ward.cardiologySight(), ana)))
        .isEmpty();
    assertThat(ward.conversations().open(ward.deskSight(), ana, NURSE, ORIGIN)).isEmpty();
    assertThat(ward.inbox(View.ALL).lines()).isEmpty();
    assertThat(ward.inbox(View.WAITING).waiting()).isZero();
    assertThat(
            ward.conversations()
                .search(ward.deskSight(), "hurts", Optional.empty(), NURSE, ORIGIN)
                .messages())
        .isEmpty();
    assertThat(ward.conversations().since(ward.deskSight(), true, Instant.EPOCH, NURSE)).isEmpty();
    assertThatThrownBy(() -> ward.store().read(sql -> ward.conversations().key(sql, ana)))
        .isInstanceOfSatisfying(
            VaultFault.class, f -> assertThat(f.kind()).isEqualTo(VaultFault.Kind.SHREDDED));
  }

  @Test
  void the_certificate_says_who_and_how_many_and_no_more_and_its_digest_is_on_record() {
    var certificate =
        cabinet
            .retention()
            .certificates()
            .of(cabinet.whole(disposition).disposition())
            .orElseThrow();
    JsonObject text = JsonObject.parse(certificate.text());
    assertThat(text.text("proposed_by")).isEqualTo(PAT.label());
    assertThat(text.text("approved_by")).isEqualTo(QUINN.label());
    assertThat(text.text("method")).contains("SP 800-88r2");
    assertThat(text.number("erased_conversations")).isEqualTo(2);
    assertThat(text.number("erased_patients")).isEqualTo(1);
    assertThat(text.texts("keys_destroyed")).hasSize(3).allMatch(k -> k.matches("[0-9a-f]{8}"));
    assertThat(text.text("gone_at")).isEqualTo(Cabinet.LATER.toString());
    assertThat(text.text("in_backups_until")).isEqualTo("2052-06-01");
    assertThat(certificate.text()).doesNotContain("Vandersloot", "0123", "biopsy");
    assertThat(entries()).anyMatch(entry -> entry.contains("sha256 " + certificate.digest()));
    assertThat(entries()).noneMatch(entry -> entry.contains("Vandersloot"));
  }

  private List<String> entries() {
    return ward.store()
        .read(sql -> sql.list("select entry from audit_entry", row -> row.text("entry")));
  }
}
