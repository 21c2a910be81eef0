package hospital.wardbell.compliance;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.conversation.Ward.BEN;
import static hospital.wardbell.conversation.Ward.NURSE;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Until;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.vault.KilledAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills what was approved at every step it has, as a power cut would, and goes on with it.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureCrashIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Path directory;
  private Path furnished;
  private Id ana;
  private Id ben;
  private Id patient;
  private Id disposition;

  /// A home with one approved proposal: two conversations and a patient, one of them under a hold
  /// since.
  @BeforeAll
  void furnish(@TempDir Path fresh) throws Exception {
    directory = fresh;
    furnished = Files.createDirectory(directory.resolve("furnished"));
    try (Cabinet cabinet = Cabinet.of(Ward.open(furnished), furnished)) {
      Ward ward = cabinet.ward();
      patient = ward.patients().add(ward.desk(), "Ottoline Vandersloot", ANA, "en", NURSE);
      ward.optIn(ANA);
      ana = ward.texts(ANA, "my biopsy hurts");
      ward.reply(ana, "please come tomorrow");
      ward.optOut(ANA);
      ben = ward.texts(BEN, "the elbow hurts");
      ward.conversations().start();
      Until.so("the words are in the index", PATIENCE, cabinet::isIndexed);
      cabinet.waitUntilOver();
      disposition = cabinet.approved();
      Id _ =
          cabinet
              .retention()
              .holds()
              .set(
                  LegalHold.Kind.CONVERSATION,
                  ben,
                  LegalHold.Reason.LITIGATION,
                  "",
                  Cabinet.PAT,
                  "")
              .orElseThrow();
    }
  }

  private Path copy(String name) throws IOException {
    Path to = directory.resolve(name);
    try (Stream<Path> all = Files.walk(furnished)) {
      for (Path from : all.toList()) {
        Files.copy(from, to.resolve(furnished.relativize(from).toString()));
      }
    }
    return to;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "looked",
        "settled",
        "erased",
        "kept",
        "noted",
        "noted-kept",
        "blanked",
        "cleared",
        "gone",
        "certified",
        "ended"
      })
  void killed_at_any_step_it_goes_on_and_nothing_is_half_gone(String step) throws Exception {
    Path home = copy(step);

    KilledAt.run(Shredder.class, home.toString(), step);

    Ward ward = Ward.reopen(home);
    ward.clock().set(Cabinet.LATER);
    try (Cabinet cabinet = Cabinet.of(ward, home)) {
      assertNothingIsHalfGone(cabinet);
      ward.conversations().start();
      ward.patients().start();
      cabinet.carryOut();
      assertGone(cabinet);
    }
  }

  /// A conversation is either whole or has no key at all, and then it says so in its row.
  private void assertNothingIsHalfGone(Cabinet cabinet) {
    var erasing = cabinet.conversations().removal().erasing();
    var subject = cabinet.ward().store().read(sql -> erasing.find(sql, ana)).orElseThrow();

    assertThat(cabinet.keys(subject.key()) == 0).isEqualTo(subject.erased());
    if (!subject.erased()) {
      assertThat(cabinet.ward().said(ana)).contains("my biopsy hurts");
    }
  }

  private void assertGone(Cabinet cabinet) {
    Ward ward = cabinet.ward();
    var erasing = cabinet.conversations().removal().erasing();
    var erased = ward.store().read(sql -> erasing.find(sql, ana)).orElseThrow();
    Dispositions.Whole whole = cabinet.whole(disposition);

    assertThat(whole.disposition().state()).isEqualTo(State.DONE);
    assertThat(whole.items())
        .extracting(Disposition.Item::fate)
        .containsExactlyInAnyOrder(Fate.ERASED, Fate.HELD, Fate.ERASED);
    assertThat(erased.erased()).isTrue();
    assertThat(cabinet.keys(erased.key())).isZero();
    assertThat(cabinet.list().subjects()).contains(erased.key());
    for (String word : List.of("my", "biopsy", "please", "tomorrow")) {
      assertThat(cabinet.blocks(word)).as(word).isZero();
    }
    assertThat(cabinet.blocks("elbow")).isEqualTo(1);
    assertThat(ward.said(ben)).containsExactly("the elbow hurts");
    assertThat(ward.patients().find(ward.deskSight(), "Ottoline", 5, NURSE, "").patients())
        .isEmpty();
    assertThat(ward.store().<Consent>read(sql -> ward.ledger().standing(sql, ANA)))
        .isInstanceOf(Consent.OptedOut.class);
    assertThat(ward.acts()).filteredOn("retention.certified"::equals).hasSize(1);
    assertThat(ward.acts()).filteredOn("retention.erased"::equals).hasSize(2);
    assertThat(patient).isNotNull();
  }
}
