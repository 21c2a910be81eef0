package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.vault.KilledAt;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kill while somebody is being off-boarded leaves all as it was; one after that, all done.
class OffBoardingCrashTest {
  @TempDir private Path directory;

  @Test
  void it_is_done_whole_or_not_at_all() throws Exception {
    Staff dana;
    String cookie;
    try (Home home = new Home(directory)) {
      dana = home.nurse().staff();
      cookie = home.welcome(dana).cookie();
      var _ = home.welcome(dana);
    }
    Id id = dana.id();

    // The second time it asks one session has ended; the fifth, all but the last entry is done.
    for (String step : new String[] {"2", "5"}) {
      KilledAt.run(OffBoardingKilled.class, directory.toString(), id.toString(), step);
      try (Home home = new Home(directory)) {
        assertThat(home.identity.sessionDesk().of(id)).as(step).hasSize(2);
        assertThat(home.identity.factors().of(id).app()).as(step).isTrue();
        assertThat(home.identity.people().person(id).orElseThrow())
            .as(step)
            .returns(Standing.OPEN, PeopleDesk.Person::standing)
            .returns(dana, PeopleDesk.Person::staff);
        assertThat(home.identity.offBoarding().of(id)).as(step).isEmpty();
        assertThat(home.audited(id)).as(step).noneMatch(entry -> entry.contains("off-boarded"));
      }
    }

    KilledAt.run(
        OffBoardingKilled.class, directory.toString(), id.toString(), OffBoardingKilled.DONE);
    try (Home home = new Home(directory)) {
      assertThat(home.identity.offBoarding().of(id)).isPresent();
      assertThat(home.identity.sessions().find(cookie, true)).isEmpty();
      assertThat(home.identity.factors().of(id).app()).isFalse();
      assertThat(home.audited(id)).anyMatch(entry -> entry.contains("staff.off-boarded"));
    }
  }
}
