package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Fact;
import hospital.wardbell.alert.Kind;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.BreakGlass.Outcome;
import hospital.wardbell.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may begin break-glass, what it opens, and who is told.
class BreakGlassTest extends GlassDay {
  private Id cardiology;
  private AtDesk dana;

  @BeforeEach
  void hire() {
    home.clock.forward(Duration.ofMinutes(10));
    cardiology = team("Cardiology");
    dana = AtDesk.of(home, home.nurse());
  }

  @Test
  void that_team_is_read_in_that_session_and_no_other_team_nor_elsewhere() {
    AtDesk elsewhere = AtDesk.of(home, dana.person());
    AtDesk colleague = AtDesk.of(home, home.nurse());
    Id radiology = team("Radiology");
    assertThat(dana.proven().begins(cardiology)).isEqualTo(Outcome.DONE);

    assertThat(dana.reads(cardiology)).isTrue();
    assertThat(dana.reads(home.identity.accounts().frontDesk())).isTrue();
    assertThat(dana.reads(radiology)).isFalse();
    assertThat(elsewhere.reads(cardiology)).isFalse();
    assertThat(colleague.reads(cardiology)).isFalse();
  }

  @Test
  void it_opens_reading_and_nothing_else_whatever_the_role_does_elsewhere() {
    AtDesk lead = AtDesk.of(home, home.person(Role.LEAD)).proven();
    assertThat(lead.begins(cardiology)).isEqualTo(Outcome.DONE);

    assertThat(lead.reads(cardiology)).isTrue();
    for (Permission other :
        List.of(Permission.SEND, Permission.SETTLE, Permission.DELETE, Permission.RETENTION)) {
      assertThat(lead.may(other, cardiology)).as(other.name()).isFalse();
    }
    assertThat(lead.may(Permission.SEND, home.identity.accounts().frontDesk())).isTrue();
  }

  @Test
  void everything_done_under_it_bears_its_mark_and_nothing_else_does() {
    var _ = dana.proven().begins(cardiology);
    home.audit.record(Entry.of(dana.next().staff().actor(), "conversation.read"));
    home.identity.breakGlass().end(dana.next());
    home.audit.record(Entry.of(dana.next().staff().actor(), "conversation.read"));

    List<Recorded> recorded =
        home.store.read(sql -> home.audit.from(sql, 0, 1_000)).stream()
            .filter(entry -> entry.actor().equals("staff:" + dana.person().staff().id()))
            .toList();
    String mark = use().glass().use().toString();
    assertThat(recorded)
        .filteredOn(entry -> entry.under().equals(Optional.of(mark)))
        .extracting(Recorded::act)
        .containsExactly("conversation.read", "break-glass.ended");
    assertThat(recorded.getLast().under()).isEmpty();
    assertThat(recorded)
        .filteredOn(entry -> entry.under().isPresent())
        .allSatisfy(entry -> assertThat(entry.text()).endsWith(",\"under\":\"" + mark + "\"}"));
  }

  @Test
  void who_runs_the_box_or_looks_after_privacy_does_not_have_it() {
    int before = uses().size();
    for (Role role : List.of(Role.IT, Role.PRIVACY, Role.AUDITOR)) {
      AtDesk there = AtDesk.of(home, home.person(role)).proven();
      assertThat(there.begins(cardiology)).isEqualTo(Outcome.ROLE);
      assertThat(there.reads(cardiology)).isFalse();
    }
    assertThat(uses()).hasSize(before);
  }

  @Test
  void even_a_use_that_is_under_way_opens_nothing_to_a_role_that_may_not_have_it() {
    var _ = dana.proven().begins(cardiology);
    Staff it = home.person(Role.IT).staff().under(use().glass());

    assertThat(home.identity.permits(it, Permission.READ_CONVERSATIONS)).isFalse();
    assertThat(home.identity.sight(it, Permission.READ_CONVERSATIONS).teams()).isEmpty();
  }

  @Test
  void without_proof_a_reason_and_another_team_nothing_is_begun() {
    int before = home.alerts.open().size();
    assertThat(dana.begins(cardiology)).isEqualTo(Outcome.NOT_PROVEN);
    assertThat(dana.proven().begins(cardiology, "  too short  ")).isEqualTo(Outcome.NO_WORDS);
    assertThat(dana.begins(cardiology, "x".repeat(501))).isEqualTo(Outcome.NO_WORDS);
    assertThat(dana.begins(home.identity.accounts().frontDesk())).isEqualTo(Outcome.TEAM);
    assertThat(dana.begins(Id.random())).isEqualTo(Outcome.TEAM);

    assertThat(dana.reads(cardiology)).isFalse();
    assertThat(home.alerts.open()).hasSize(before);
    assertThat(home.audited(cardiology))
        .filteredOn(entry -> entry.contains("break-glass.refused"))
        .hasSize(3);
  }

  @Test
  void a_session_that_ended_meanwhile_begins_nothing() {
    Session stale = dana.proven().next();
    home.identity.sessions().end(stale, Home.DESK);
    int before = uses().size();

    assertThat(
            home.identity
                .breakGlass()
                .begin(stale, cardiology, GlassUse.Why.SAFETY, AtDesk.REASON, Home.DESK))
        .isEqualTo(Outcome.NOT_PROVEN);
    assertThat(uses()).hasSize(before);
  }

  @Test
  void how_long_it_lasts_is_set() {
    home.settings.set(Settings.Key.BREAK_GLASS_MINUTES, "15", Home.ADMIN);
    var _ = dana.proven().begins(cardiology);

    assertThat(use().glass().until()).isEqualTo(home.clock.instant().plusSeconds(15 * 60));
    home.settings.set(Settings.Key.BREAK_GLASS_MINUTES, "30", Home.ADMIN);
  }

  @Test
  void the_privacy_officer_is_told_who_which_team_and_until_when() {
    Staff officer = home.person(Role.PRIVACY).staff();
    var _ = dana.proven().begins(cardiology);

    List<Alert> alerts = home.alerts.concerning(StaffCircle.reader(officer));
    assertThat(alerts.getFirst().kind()).isEqualTo(Kind.BREAK_GLASS);
    assertThat(alerts.getFirst().facts())
        .containsExactly(
            new Fact.Person(dana.person().staff().id()),
            new Fact.Team(cardiology),
            new Fact.Time(use().glass().until()));
  }

  @Test
  void whose_doing_it_is_never_acknowledges_it() {
    AtDesk lead = AtDesk.of(home, home.person(Role.LEAD)).proven();
    var _ = lead.begins(cardiology);
    home.clock.forward(Duration.ofMinutes(16)); // the leads are told now
    Alert alert = home.alerts.open().getFirst();

    assertThat(alert.concerns(StaffCircle.reader(lead.person().staff()))).isFalse();
  }

  @Test
  void who_acts_under_it_is_still_the_same_person() {
    Staff plain = dana.person().staff();
    var _ = dana.proven().begins(cardiology);
    Staff under = dana.next().staff();

    assertThat(under.actor()).isNotEqualTo(plain.actor());
    assertThat(under.actor().is(plain.id())).isTrue();
    assertThat(under.actor().label()).isEqualTo(plain.actor().label());
    assertThat(Home.ADMIN.is(plain.id())).isFalse();
  }

  @Test
  void the_reason_is_kept_sealed() {
    var _ = dana.proven().begins(cardiology);

    Id use = use().glass().use();
    byte[] kept =
        home.store
            .read(sql ->
                sql.one(
                    "select reason from break_glass where id = ?", row -> row.bytes("reason"), use))
            .orElseThrow();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("nurse");
    assertThat(home.audited(use)).noneMatch(entry -> entry.contains("nurse"));
  }
}
