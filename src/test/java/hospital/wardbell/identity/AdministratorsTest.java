package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.LinkDesk.Issued;
import hospital.wardbell.identity.Unlawful.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorsTest {
  @TempDir private Path directory;
  private Home home;
  private PeopleDesk desk;

  @BeforeEach
  void open() {
    home = new Home(directory);
    desk = home.identity.people();
  }

  @AfterEach
  void close() {
    home.close();
  }

  private Id administrator() {
    return home.person(Role.IT).staff().id();
  }

  private void disable(Id person) {
    desk.disable(person, Home.ADMIN, "cli");
  }

  @Test
  void two_who_can_sign_in_are_always_left() {
    assertThat(desk.lacksAdministrators()).isTrue();
    Id one = administrator();
    assertThat(desk.lacksAdministrators()).isTrue();
    Id two = administrator();
    assertThat(desk.lacksAdministrators()).isFalse();
    Guests guests = new Guests(home);
    Issued third = guests.invited(Role.IT);

    PeopleDeskTest.refused(Rule.LAST, () -> disable(one));
    PeopleDeskTest.refused(
        Rule.LAST, () -> desk.assign(two, Set.of(Role.NURSE), Set.of(), Home.ADMIN, "cli"));
    assertThat(guests.opened(third)).isNotNull();
    desk.assign(two, Set.of(Role.NURSE), Set.of(), Home.ADMIN, "cli");
    PeopleDeskTest.refused(Rule.LAST, () -> disable(one));
    disable(two);
    assertThat(desk.lacksAdministrators()).isFalse();
  }

  @Test
  void whoever_is_not_among_them_may_be_disabled_however_few_they_are() {
    Id invited = new Guests(home).invited(Role.IT).staff().id();

    disable(invited);

    assertThat(desk.person(invited).orElseThrow().standing()).isEqualTo(Standing.DISABLED);
  }

  @Test
  void of_three_two_cannot_be_disabled_at_once() throws Exception {
    Id one = administrator();
    Id two = administrator();
    Id _ = administrator();
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> both = List.of(() -> isDisabled(one), () -> isDisabled(two));

      assertThat(threads.invokeAll(both).stream().map(Future::resultNow))
          .containsExactlyInAnyOrder(true, false);
    }
    assertThat(desk.lacksAdministrators()).isFalse();
  }

  private boolean isDisabled(Id person) {
    try {
      disable(person);
      return true;
    } catch (Unlawful e) {
      return e.rule() != Rule.LAST;
    }
  }
}
