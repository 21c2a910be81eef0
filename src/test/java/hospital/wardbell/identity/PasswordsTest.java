package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
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
  void the_same_password_is_never_kept_the_same_way_twice() {
    assertThat(passwords.stretch(secret("contraseña")))
        .isNotEqualTo(passwords.stretch(secret("contraseña")));
  }

  @Test
  void the_stand_in_costs_as_much_as_a_real_one_and_matches_nothing() {
    assertThat(Passwords.NONE).startsWith(PARAMETERS);
    assertThat(passwords.passwordsMatch("correct horse", Passwords.NONE)).isFalse();
    assertThat(passwords.passwordsMatch("", Passwords.NONE)).isFalse();
  }

  @Test
  void no_more_than_two_are_stretched_at_once() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch twoAreIn = new CountDownLatch(Passwords.MOST_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(_ ->
                  threads.submit(() ->
                      passwords.inTurn(() -> {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        twoAreIn.countDown();
                        awaitQuietly(twoAreIn);
                        return running.decrementAndGet();
                      })))
              .toList();
      for (Future<?> each : all) {
        assertThat(each.get()).isNotNull();
      }
    }
    assertThat(most).hasValue(Passwords.MOST_AT_ONCE);
  }

  @Test
  void a_first_password_has_five_groups_that_can_be_typed_from_paper() {
    assertThat(FirstPassword.random())
        .matches("([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}")
        .isNotEqualTo(FirstPassword.random());
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Secret secret(String text) {
    return Secret.copyOf(text.toCharArray());
  }
}
