package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.identity.SignIn.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordDeskTest {
  private static final String BY_ARGON2ID =
      "$shiro2$argon2id$v=19$t=2,m=19456,p=1$" + "A".repeat(22) + "$" + "A".repeat(43);

  @TempDir private Path directory;
  private Home home;
  private Enrolment dana;

  @BeforeEach
  void begin() {
    home = new Home(directory);
    dana = home.nurse();
  }

  @AfterEach
  void end() {
    home.close();
  }

  private Secret give() {
    return home.identity.passwordDesk().give(dana.staff().login(), Home.ADMIN);
  }

  private Result password(Secret password) {
    return home.identity.signIn().password(dana.staff().login(), password, Home.DESK);
  }

  @Test
  void the_new_password_and_the_code_of_before_let_in_and_the_former_password_does_not() {
    Secret given = give();

    assertThat(password(dana.password())).isEqualTo(new Result.Refused());
    home.clock.forward(Backoff.LOCK);
    Result.CodeDue due = (Result.CodeDue) password(given);
    assertThat(home.identity.signIn().code(due.pending(), home.code(dana.staff()), Home.DESK))
        .isInstanceOf(Result.Welcome.class);
    assertThat(home.audited(dana.staff().id()))
        .filteredOn(entry -> entry.contains("staff.password-given"))
        .singleElement()
        .asString()
        .contains("admin", "cli");
  }

  @Test
  void what_the_former_password_opened_is_closed_and_failed_tries_are_forgotten() {
    String cookie = home.welcome(dana.staff()).cookie();
    Result.CodeDue waiting = (Result.CodeDue) password(dana.password());
    assertThat(password(Secret.copyOf("wrong horse battery".toCharArray())))
        .isEqualTo(new Result.Refused());

    Secret given = give();

    assertThat(home.identity.sessions().find(cookie, true)).isEmpty();
    assertThat(home.identity.signIn().code(waiting.pending(), home.code(dana.staff()), Home.DESK))
        .isEqualTo(new Result.Refused());
    assertThat(password(given)).isInstanceOf(Result.CodeDue.class);
  }

  @Test
  void who_cannot_sign_in_in_this_build_is_counted_until_a_password_is_given() {
    home.store.change(tx -> StaffTable.password(tx, dana.staff().id(), BY_ARGON2ID));
    boolean stranded = !Cryptography.ofThisBuild().hasArgon2id();

    Identity identity = home.restarted();
    PasswordDesk desk = identity.passwordDesk();

    assertThat(desk.stranded()).isEqualTo(stranded ? 1 : 0);
    assertThat(identity.people().people())
        .singleElement()
        .matches(person -> person.stranded() == stranded);
    Secret _ = desk.give(dana.staff().login(), Home.ADMIN);
    assertThat(desk.stranded()).isZero();
  }

  @Test
  void nobody_is_given_one_whom_there_is_not() {
    assertThatThrownBy(() -> home.identity.passwordDesk().give("nobody", Home.ADMIN))
        .hasMessage("There is no account nobody.");
  }
}
