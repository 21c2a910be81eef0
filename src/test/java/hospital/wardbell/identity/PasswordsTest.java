package hospital.wardbell.identity;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final String BY_ARGON2ID =
      "$shiro2$argon2id$v=19$t=2,m=19456,p=1$" + "Q".repeat(22) + "$" + "Q".repeat(43);

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

  /// What takes less would tell which accounts there are.
  @Test
  void however_a_password_was_kept_a_wrong_one_costs_as_much() {
    Passwords mixed = new Passwords(() -> true);
    List<String> all = List.of(BY_ARGON2ID, Pbkdf2Password.NONE.text(), Passwords.NONE);
    all.forEach(kept -> cost(mixed, kept)); // the first time it is compiled

    List<Long> costs = all.stream().map(kept -> cost(mixed, kept)).toList();

    assertThat(Collections.min(costs)).isGreaterThan(Collections.max(costs) / 2);
  }

  @Test
  void what_argon2id_kept_is_checked_by_the_build_that_has_it() {
    assertThat(Passwords.checks(BY_ARGON2ID)).isEqualTo(Cryptography.ofThisBuild().hasArgon2id());
    assertThat(Passwords.checks(passwords.stretch(secret("correct horse battery")))).isTrue();
    assertThat(Passwords.checks(Pbkdf2Password.NONE.text())).isTrue();
  }

  /// Nanoseconds of this thread on a processor.
  private static long cost(Passwords passwords, String kept) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    assertThat(passwords.passwordsMatch("correct horse battery", kept)).isFalse();
    return threads.getCurrentThreadCpuTime() - before;
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
