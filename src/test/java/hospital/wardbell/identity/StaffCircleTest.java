package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.alert.Kind;
import hospital.wardbell.alert.People;
import hospital.wardbell.base.Id;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffCircleTest {
  @TempDir private Path directory;

  @Test
  void a_circle_is_everybody_of_a_role_who_may_come_in() {
    try (Home home = new Home(directory)) {
      StaffCircle circle = new StaffCircle(home.vault);
      Staff ona = home.person(Role.PRIVACY).staff();
      Staff pat = home.person(Role.PRIVACY).staff();
      var _ = home.nurse();
      Staff gone = home.person(Role.PRIVACY).staff();
      home.identity.people().disable(gone.id(), Home.ADMIN, Home.DESK);

      List<People.Person> officers = home.store.read(sql -> circle.with(sql, "PRIVACY"));
      List<People.Person> auditors = home.store.read(sql -> circle.with(sql, "AUDITOR"));
      Optional<People.Person> stranger = home.store.read(sql -> circle.find(sql, Id.random()));
      Optional<People.Person> disabled = home.store.read(sql -> circle.find(sql, gone.id()));
      assertThat(officers)
          .containsExactlyInAnyOrder(
              new People.Person(ona.id(), "en"), new People.Person(pat.id(), "en"));
      assertThat(auditors).isEmpty();
      assertThat(stranger).isEmpty();
      assertThat(disabled).isEmpty();
      assertThat(StaffCircle.reader(ona).roles()).containsExactly("PRIVACY");
    }
  }

  @Test
  void every_circle_of_an_alert_is_a_role_there_is() {
    assertThat(Arrays.stream(Role.values()).map(Role::name))
        .containsAll(
            Arrays.stream(Kind.values()).flatMap(kind -> kind.circles().stream()).toList());
  }
}
