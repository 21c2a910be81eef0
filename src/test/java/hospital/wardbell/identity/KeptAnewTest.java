package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.crypto.Pbkdf2;
import hospital.wardbell.identity.SignIn.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.lang.util.ByteSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Passwords that were kept with other parameters than the present ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptAnewTest {
  private static final String PASSWORD = "tuba plus kiwi plus";

  private Home home;
  private Guests guests;

  @BeforeAll
  void open(@TempDir Path directory) {
    home = new Home(directory);
    guests = new Guests(home);
  }

  @AfterAll
  void close() {
    home.close();
  }

  /// With fewer iterations, by each means that this build has.
  private static List<String> older() {
    List<String> older = new ArrayList<>();
    byte[] salt = new byte[16];
    byte[] hash = Guests.secret(PASSWORD).lend(p -> Pbkdf2.derive(p, salt, 1_000, 64));
    Base64.Encoder coded = Base64.getEncoder();
    older.add(
        "$pbkdf2-sha512$1000$%s$%s"
            .formatted(coded.encodeToString(salt), coded.encodeToString(hash)));
    if (Cryptography.ofThisBuild().hasArgon2id()) {
      older.add(new Lighter().encryptPassword(PASSWORD));
    }
    return older;
  }

  private static final class Lighter extends DefaultPasswordService {
    @Override
    protected HashRequest createHashRequest(ByteSource plain) {
      return new HashRequest.Builder()
          .setSource(plain)
          .setAlgorithmName(DEFAULT_HASH_ALGORITHM)
          .withParameters(
              Map.of(
                  "Argon2.memoryKib", "8192", "Argon2.iterations", "1", "Argon2.parallelism", "1"))
          .build();
    }
  }

  @Test
  void the_right_one_is_kept_anew_when_it_is_typed_and_a_wrong_one_changes_nothing() {
    for (String older : older()) {
      Staff dana = home.nurse().staff();
      home.store.change(tx -> StaffTable.password(tx, dana.id(), older));

      assertThat(password(dana, "tuba plus kiwi minus")).isEqualTo(new Result.Refused());
      assertThat(kept(dana)).isEqualTo(older);
      home.clock.forward(Backoff.ACCOUNT.after(1));
      assertThat(password(dana, PASSWORD)).isInstanceOf(Result.CodeDue.class);
      String anew = kept(dana);
      assertThat(Passwords.isPresent(anew)).isTrue();
      assertThat(password(dana, PASSWORD)).isInstanceOf(Result.CodeDue.class);
      assertThat(kept(dana)).isEqualTo(anew);
    }
  }

  @Test
  void one_that_was_replaced_meanwhile_stays_replaced() {
    Staff dana = home.nurse().staff();
    String other = new Passwords().stretch(Guests.secret("the new one that was given"));
    home.store.change(tx -> StaffTable.password(tx, dana.id(), other));

    home.store.change(tx -> StaffTable.password(tx, dana.id(), "the former", "the former anew"));

    assertThat(kept(dana)).isEqualTo(other);
  }

  @Test
  void an_accent_may_be_typed_on_another_keyboard() {
    Passwords passwords = new Passwords();
    String kept = passwords.stretch(Guests.secret("contrase\u00f1a de papel"));

    char[] typed = Passwords.characters(Guests.secret("contrasen\u0303a de papel"));
    assertThat(passwords.passwordsMatch(typed, kept)).isTrue();
    assertThat(passwords.stretch(Guests.secret("contrasen\u0303a de papel"))).isNotEqualTo(kept);
    assertThat(passwords.passwordsMatch("contrasena de papel", kept)).isFalse();
  }

  private String kept(Staff staff) {
    return home.store.read(sql -> StaffTable.password(sql, staff.id())).orElseThrow();
  }

  private Result password(Staff staff, String password) {
    Secret typed = Guests.secret(password);
    return home.identity.signIn().password(staff.login(), typed, guests.origin());
  }
}
