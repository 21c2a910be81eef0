package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Fact;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.BreakGlass.Outcome;
import hospital.wardbell.identity.GlassUse.How;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Break-glass ends with its time, its session, its person's standing, and a second one.
class GlassEndsTest extends GlassDay {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private Id cardiology;
  private AtDesk dana;

  @BeforeEach
  void begin() {
    home.clock.forward(Duration.ofMinutes(10));
    cardiology = team("Cardiology");
    dana = AtDesk.of(home, home.nurse()).proven();
    assertThat(dana.begins(cardiology)).isEqualTo(Outcome.DONE);
    assertThat(dana.reads(cardiology)).isTrue();
  }

  /// How the newest use ended.
  private How ended() {
    return use().ended().orElseThrow().how();
  }

  @Test
  void at_its_time_though_no_loop_has_been_round() {
    dana.works(HALF_AN_HOUR.minusMinutes(1));
    assertThat(dana.reads(cardiology)).isTrue();
    home.clock.forward(Duration.ofMinutes(1));

    assertThat(dana.reads(cardiology)).isFalse();
    assertThat(dana.reads(home.identity.accounts().frontDesk())).isTrue();
    assertThat(ended()).isEqualTo(How.TIME);
    assertThat(home.audited(use().glass().use())).last().asString().contains("ended", "TIME");
  }

  @Test
  void a_session_that_was_looked_up_before_the_end_is_no_way_around_it() {
    Session before = dana.next();
    home.identity.breakGlass().end(before);

    assertThat(dana.reads(cardiology)).isFalse();
    assertThat(ended()).isEqualTo(How.PERSON);
    home.identity.breakGlass().end(before); // twice is once
    assertThat(home.audited(use().glass().use()))
        .filteredOn(entry -> entry.contains("break-glass.ended"))
        .hasSize(1);
  }

  @Test
  void with_signing_out_in_the_same_change_and_signing_in_again_does_not_bring_it_back() {
    home.identity.sessions().end(dana.next(), Home.DESK);

    assertThat(ended()).isEqualTo(How.SESSION);
    assertThat(dana.isSignedIn()).isFalse();
    assertThat(AtDesk.of(home, dana.person()).reads(cardiology)).isFalse();
  }

  @Test
  void when_its_person_is_disabled() {
    home.identity.people().disable(dana.person().staff().id(), Home.ADMIN, Home.DESK);

    assertThat(ended()).isEqualTo(How.SESSION);
    assertThat(dana.isSignedIn()).isFalse();
  }

  @Test
  void when_its_person_gets_other_roles() {
    home.identity
        .people()
        .assign(
            dana.person().staff().id(),
            Set.of(Role.AUDITOR),
            Set.copyOf(dana.person().staff().teams()),
            Home.ADMIN,
            Home.DESK);

    assertThat(ended()).isEqualTo(How.SESSION);
    assertThat(dana.isSignedIn()).isFalse();
  }

  @Test
  void when_a_second_one_begins() {
    Id radiology = team("Radiology");
    Id first = use().glass().use();
    home.clock.forward(Duration.ofMinutes(1));
    assertThat(dana.begins(radiology)).isEqualTo(Outcome.DONE);

    assertThat(dana.reads(radiology)).isTrue();
    assertThat(dana.reads(cardiology)).isFalse();
    assertThat(home.audited(first)).last().asString().contains("ended", "ANOTHER");
    Fact who = new Fact.Person(dana.person().staff().id());
    assertThat(home.alerts.open()).filteredOn(alert -> alert.facts().contains(who)).hasSize(2);
  }

  @Test
  void when_one_begins_in_another_browser() {
    AtDesk elsewhere = AtDesk.of(home, dana.person()).proven();
    assertThat(elsewhere.begins(cardiology)).isEqualTo(Outcome.DONE);

    assertThat(dana.reads(cardiology)).isFalse();
    assertThat(elsewhere.reads(cardiology)).isTrue();
  }

  @Test
  void neither_sooner_nor_later_for_a_restart() {
    assertThat(readsAfterRestart()).isTrue();
    dana.works(HALF_AN_HOUR);

    assertThat(readsAfterRestart()).isFalse();
  }

  private boolean readsAfterRestart() {
    Identity after = home.restarted();
    Staff woken = after.sessions().find(dana.cookie(), true).orElseThrow().staff();
    return after.sight(woken, Permission.READ_CONVERSATIONS).covers(cardiology);
  }

  @Test
  void when_the_clock_is_put_back() {
    home.clock.forward(Duration.ofMinutes(-5));

    assertThat(dana.reads(cardiology)).isFalse();
    home.clock.forward(Duration.ofMinutes(5));
  }

  @Test
  void by_the_loop_though_nobody_asks_for_it() {
    home.clock.forward(HALF_AN_HOUR);
    var _ = home.identity.breakGlass().turn();

    assertThat(ended()).isEqualTo(How.TIME);
  }
}
