package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.BreakGlass.Outcome;
import hospital.wardbell.identity.GlassUse.Why;
import java.time.Duration;

/// Somebody signed in at one browser, who may want break-glass.
record AtDesk(Home home, Enrolment person, String cookie) {
  static final String REASON = "No nurse of theirs is here";

  static AtDesk of(Home home, Enrolment person) {
    return new AtDesk(home, person, home.welcome(person.staff()).cookie());
  }

  /// The session as the next request has it.
  Session next() {
    return home.identity.sessions().find(cookie, true).orElseThrow();
  }

  boolean isSignedIn() {
    return home.identity.sessions().find(cookie, true).isPresent();
  }

  boolean reads(Id team) {
    return may(Permission.READ_CONVERSATIONS, team);
  }

  boolean may(Permission permission, Id team) {
    return home.identity.sight(next().staff(), permission).covers(team);
  }

  Outcome begins(Id team) {
    return begins(team, REASON);
  }

  Outcome begins(Id team, String reason) {
    return home.identity.breakGlass().begin(next(), team, Why.COVER, reason, Home.DESK);
  }

  /// Shows password and code.
  AtDesk proven() {
    home.clock.forward(Duration.ofSeconds(Totp.SECONDS_PER_STEP)); // a code is good once
    assertThat(
            home.identity
                .stepUp()
                .prove(next(), person.password(), home.code(person.staff()), Home.DESK))
        .isEmpty();
    return this;
  }

  /// Goes on working for so long.
  void works(Duration time) {
    for (long minute = 0; minute < time.toMinutes(); minute++) {
      home.clock.forward(Duration.ofMinutes(1));
      var _ = next();
    }
  }
}
