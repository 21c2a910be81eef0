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
  private final Passwords passwords = new Passwords();

  @Test
  void the_same_password_is_never_kept_the_same_way_twice() {
    assertThat(passwords.stretch(secret("contraseña de papel")))
        .isNotEqualTo(passwords.stretch(secret("contraseña de papel")));
  }

  @Test
  void a_password_matches_what_was_kept_of_it_and_no_other_does() {
    String kept = passwords.stretch(secret("correct horse battery"));

    assertThat(passwords.passwordsMatch("correct horse battery", kept)).isTrue();
    assertThat(passwords.passwordsMatch("correct horse batter", kept)).isFalse();
    assertThat(passwords.passwordsMatch("", kept)).isFalse();
    assertThat(passwords.passwordsMatch("correct horse battery", Passwords.NONE)).isFalse();
  }

  @Test
  void what_the_other_build_kept_by_pbkdf2_matches() {
    String kept = Pbkdf2Password.of(secret("correct horse battery")).text();

    assertThat(kept).startsWith("$pbkdf2-sha512$210000$");
    assertThat(passwords.passwordsMatch("correct horse battery", kept)).isTrue();
    assertThat(passwords.passwordsMatch("correct horse batter", kept)).isFalse();
    assertThat(passwords.passwordsMatch("short", kept)).isFalse();
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
