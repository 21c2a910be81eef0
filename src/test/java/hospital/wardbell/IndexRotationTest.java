package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.vault.KilledAt;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.Stepped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Another index key for a home at work.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IndexRotationTest {
  private static final Duration A_DAY = Duration.ofHours(25);

  /// In the order in which a rotation comes by them.
  private static final List<String> STEPS =
      List.of(
          "index.asked",
          "index.used",
          "index.renewed",
          "index.kept",
          "words.begun",
          "words.grown",
          "words.turned",
          "words.removed",
          "words.done",
          "index.unused",
          "index.left");

  @TempDir private Path directory;

  @Test
  void nobody_who_opted_out_is_missed_at_any_moment_and_all_are_found_after() throws Exception {
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING)) {
      Stepped.makeIndexPlain(home.keyring());
      home.furnish();
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger asked = new AtomicInteger();
      AtomicInteger missed = new AtomicInteger();
      Thread reader = asking(over, asked, missed, home::isStopped);
      Thread writer = asking(over, asked, missed, number -> !home.write(number, "Hello").passes());

      home.wiring().rotation().start();
      assertThat(home.wiring().rotation().begin(Rotation.Kind.INDEX)).isTrue();
      assertThat(home.wiring().rotation().begin(Rotation.Kind.INDEX)).isFalse();
      Until.so(
          "only failed sign-ins are waited for",
          Duration.ofSeconds(60),
          () ->
              home.wiring().rotation().indexProgress().entrySet().stream()
                  .filter(part -> !part.getKey().equals("failed sign-ins"))
                  .allMatch(part -> part.getValue().equals("done")));
      assertThat(home.wiring().rotation().indexProgress().get("failed sign-ins"))
          .startsWith("waits until 2");
      over.set(true);
      reader.join();
      writer.join();

      assertThat(missed).hasValue(0);
      assertThat(asked).hasValueGreaterThan(100);
      home.assertFound();
    }
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING.plus(A_DAY))) {
      home.run();
      home.wiring().rotation().start();
      home.awaitRotated();

      home.assertAllIsUnderThePresentKey();
      assertThat(home.values()).isGreaterThan(200);
      assertThat(Stepped.has(home.keyring(), "index", true)).isTrue();
      home.assertFound();
      home.assertPartIsAdded();
    }
  }

  private interface Asks {
    boolean isRefused(int number);
  }

  private static Thread asking(
      AtomicBoolean over, AtomicInteger asked, AtomicInteger missed, Asks asks) {
    return Thread.startVirtualThread(() -> {
      while (!over.get()) {
        for (int number : IndexHome.stopped()) {
          asked.incrementAndGet();
          if (!asks.isRefused(number)) {
            missed.incrementAndGet();
          }
        }
      }
    });
  }

  @Test
  void killed_at_every_step_it_goes_on_and_all_are_found_at_once() throws Exception {
    IndexHome.open(directory, IndexHome.MORNING).furnish().close();
    String later = IndexHome.MORNING.plus(A_DAY).toString();
    for (String step : STEPS) {
      KilledAt.run(IndexKilled.class, directory.toString(), later, step);

      try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING.plus(A_DAY))) {
        home.receive();
        assertThat(home.wiring().rotation().isUnderWay())
            .as(step)
            .isEqualTo(!step.equals("index.asked"));
        home.assertFound();
      }
    }
    KilledAt.run(IndexKilled.class, directory.toString(), later, "index.retired");
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING.plus(A_DAY))) {
      assertThat(home.wiring().rotation().isUnderWay()).isFalse();
      home.run();
      home.assertAllIsUnderThePresentKey();
      home.assertFound();
    }
    // Of the next one nobody has heard but the keyring.
    KilledAt.run(IndexKilled.class, directory.toString(), later, "index.made");
    assertGoesOn();
  }

  private void assertGoesOn() throws Exception {
    try (IndexHome home = IndexHome.open(directory, IndexHome.MORNING.plus(A_DAY))) {
      assertThat(home.wiring().rotation().isUnderWay()).isTrue();
      home.run();
      home.wiring().rotation().start();
      home.awaitRotated();

      home.assertAllIsUnderThePresentKey();
      home.assertFound();
      home.assertPartIsAdded();
    }
  }
}
