package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import org.junit.jupiter.api.Test;

class Argon2idTest {
  private static final String PARAMETERS = "$shiro2$argon2id$v=19$t=2,m=19456,p=1$";

  private final Passwords passwords = new Passwords();

  @Test
  void a_password_is_kept_as_argon2id_of_19_mib_and_two_passes() {
    String kept = passwords.stretch(secret("correct horse"));

    assertThat(kept).startsWith(PARAMETERS);
    assertThat(passwords.passwordsMatch("correct horse", kept)).isTrue();
    assertThat(passwords.passwordsMatch("correct hors", kept)).isFalse();
  }

  @Test
  void the_stand_in_costs_as_much_as_a_real_one_and_matches_nothing() {
    assertThat(Passwords.NONE).startsWith(PARAMETERS);
    assertThat(passwords.passwordsMatch("correct horse", Passwords.NONE)).isFalse();
    assertThat(passwords.passwordsMatch("", Passwords.NONE)).isFalse();
  }

  private static Secret secret(String text) {
    return Secret.copyOf(text.toCharArray());
  }
}
