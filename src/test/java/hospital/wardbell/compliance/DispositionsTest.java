package hospital.wardbell.compliance;

import static hospital.wardbell.compliance.Cabinet.ORIGIN;
import static hospital.wardbell.compliance.Cabinet.PAT;
import static hospital.wardbell.compliance.Cabinet.QUINN;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.compliance.Dispositions.Outcome;
import hospital.wardbell.compliance.Dispositions.Proposal;
import hospital.wardbell.compliance.Dispositions.TakenOut;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.Steps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the proposal to the approval.
class DispositionsTest {
  private static final Actor ROOT = new Actor.Operator("root");

  @TempDir private Path directory;
  private final List<Instant> backups = new ArrayList<>();
  private Ward ward;
  private Cabinet cabinet;
  private Dispositions dispositions;

  @BeforeEach
  void furnish() {
    ward = Ward.open(directory);
    cabinet = Cabinet.of(ward, directory, Steps.unheard(), backups);
    dispositions = cabinet.retention().dispositions();
    ward.texts(Ward.ANA, "one");
    ward.texts(Ward.BEN, "two");
  }

  @AfterEach
  void close() {
    cabinet.close();
  }

  private Id proposed(Actor by) {
    return ((Proposal.Made) dispositions.propose(by, ORIGIN)).id();
  }

  private State state(Id disposition) {
    return cabinet.whole(disposition).disposition().state();
  }

  @Test
  void nothing_is_proposed_before_its_time_and_one_proposal_is_open_at_a_time() {
    assertThat(dispositions.propose(PAT, ORIGIN)).isInstanceOf(Proposal.Nothing.class);
    cabinet.waitUntilOver();

    Id first = proposed(PAT);
    assertThat(cabinet.whole(first).items()).hasSize(2);
    assertThat(dispositions.propose(QUINN, ORIGIN)).isEqualTo(new Proposal.Open(first));
    assertThat(dispositions.withdraw(first, QUINN, ORIGIN)).isEqualTo(Outcome.DONE);
    assertThat(dispositions.withdraw(first, QUINN, ORIGIN)).isEqualTo(Outcome.NOT_NOW);
    assertThat(dispositions.approve(first, QUINN, ORIGIN)).isEqualTo(Outcome.NOT_NOW);
    assertThat(proposed(QUINN)).isNotEqualTo(first);
  }

  @Test
  void whoever_proposed_does_not_approve_and_neither_does_somebody_at_the_server()
      throws Exception {
    cabinet.waitUntilOver();
    Id proposal = proposed(PAT);

    assertThat(dispositions.approve(proposal, PAT, ORIGIN)).isEqualTo(Outcome.SAME_PERSON);
    assertThat(dispositions.approve(proposal, ROOT, "cli")).isEqualTo(Outcome.NO_PERSON);
    assertThat(dispositions.approve(Id.random(), QUINN, ORIGIN)).isEqualTo(Outcome.NOT_NOW);
    cabinet.carryOut();
    assertThat(state(proposal)).isEqualTo(State.REVIEWED);
    assertThat(ward.acts()).filteredOn("retention.refused"::equals).hasSize(3);

    assertThat(dispositions.approve(proposal, QUINN, ORIGIN)).isEqualTo(Outcome.DONE);
    assertThat(state(proposal)).isEqualTo(State.APPROVED);
  }

  @Test
  void what_wardbell_proposes_by_itself_two_persons_stand_for() throws Exception {
    cabinet.waitUntilOver();
    cabinet.carryOut();
    assertThat(dispositions.newest()).isEmpty();
    cabinet.settings().set(Settings.Key.RETENTION_HOUR, "8", PAT); // 12:00 UTC in New York's summer
    cabinet.carryOut();

    Disposition made = dispositions.newest().getFirst();
    assertThat(made.state()).isEqualTo(State.PROPOSED);
    assertThat(made.proposed().by()).isEqualTo("system:retention");
    assertThat(dispositions.approve(made.id(), PAT, ORIGIN)).isEqualTo(Outcome.NOT_NOW);
    assertThat(dispositions.review(made.id(), PAT, ORIGIN)).isEqualTo(Outcome.DONE);
    assertThat(dispositions.review(made.id(), QUINN, ORIGIN)).isEqualTo(Outcome.NOT_NOW);
    assertThat(dispositions.approve(made.id(), PAT, ORIGIN)).isEqualTo(Outcome.SAME_PERSON);
    assertThat(dispositions.approve(made.id(), QUINN, ORIGIN)).isEqualTo(Outcome.DONE);
    ward.conversations().start();
    cabinet.carryOut();
    assertThat(dispositions.newest()).hasSize(1);
  }

  @Test
  void what_is_taken_out_stays_and_after_the_approval_nothing_is_taken_out() throws Exception {
    cabinet.waitUntilOver();
    Id proposal = proposed(PAT);

    assertThat(dispositions.takeOut(proposal, List.of(0, 7), TakenOut.LEGAL, QUINN, ORIGIN))
        .isEqualTo(1);
    assertThat(dispositions.approve(proposal, QUINN, ORIGIN)).isEqualTo(Outcome.DONE);
    assertThat(dispositions.takeOut(proposal, List.of(1), TakenOut.LEGAL, QUINN, ORIGIN)).isZero();
    ward.conversations().start();
    cabinet.carryOut();

    assertThat(cabinet.whole(proposal).items())
        .extracting(Disposition.Item::fate)
        .containsExactly(Fate.TAKEN_OUT, Fate.ERASED);
  }

  @Test
  void a_policy_made_longer_after_the_approval_keeps_what_is_not_over_by_it() throws Exception {
    cabinet.waitUntilOver();
    Id proposal = cabinet.approved();
    cabinet.settings().set(Settings.Key.RETENTION_ADULT, "60", PAT);
    cabinet.carryOut();

    assertThat(cabinet.whole(proposal).items())
        .extracting(Disposition.Item::fate)
        .containsOnly(Fate.NOT_DUE);
  }

  @Test
  void when_the_last_backup_from_before_is_gone_it_is_on_record() throws Exception {
    cabinet.waitUntilOver();
    backups.add(Ward.MORNING);
    Id proposal = cabinet.approved();
    ward.conversations().start();
    cabinet.carryOut();
    assertThat(state(proposal)).isEqualTo(State.DONE);
    assertThat(cabinet.whole(proposal).disposition().backupsFree()).isEmpty();

    backups.clear();
    backups.add(Cabinet.LATER.plusSeconds(60));
    ward.clock().pass(Duration.ofHours(2));
    cabinet.carryOut();

    assertThat(cabinet.whole(proposal).disposition().backupsFree())
        .contains(Cabinet.LATER.plus(Duration.ofHours(2)));
    assertThat(ward.acts()).contains("retention.backups-free");
  }
}
