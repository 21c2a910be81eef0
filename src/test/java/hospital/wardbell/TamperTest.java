package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.TamperPlace.Outcome;
import hospital.wardbell.conversation.KeptWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody changes one octet of one place of a home, again and again: each change is found, or it
/// is shown that it does no harm.
///
/// A thousand times, or as often as `-Dwardbell.tamper` says; the same `-Dwardbell.seed` makes the
/// same changes. It prints how many were made of each kind, and what came of them.
class TamperTest {
  private static final int CHANGES = Integer.getInteger("wardbell.tamper", 1_000);
  private static final long SEED = Long.getLong("wardbell.seed", 20_261_127L);

  @Test
  void any_octet_changed_in_any_place_is_found_or_does_no_harm(@TempDir Path directory)
      throws Exception {
    Random random = new Random(SEED);
    Map<String, Integer> table = new TreeMap<>();
    List<String> bad = new ArrayList<>();
    int made = 0;
    try (TamperHome home = TamperHome.in(directory)) {
      List<TamperPlace> places =
          Stream.of(TamperedWords.places(), TamperedRows.places(), TamperedFiles.places())
              .flatMap(List::stream)
              .toList();
      for (TamperPlace place : places) {
        int changes = Math.ceilDiv(place.share() * CHANGES, 1_000);
        for (int i = 0; i < changes; i++) {
          Outcome outcome = place.change().make(home, random);
          made++;
          table.merge(place.name() + " | " + outcome.what(), 1, Integer::sum);
          if (outcome.bad()) {
            bad.add(place.name() + " " + i + ": " + outcome.what());
          }
        }
      }
      assertThat(home.record(home.store()).holds()).as("all was put back").isTrue();
      assertThat(home.wiring().indexCheck().run()).as("all was put back").isZero();
      assertThat(new KeptWords(home.store(), home.wiring().vault()).areSound())
          .as("all was put back")
          .isTrue();
    }

    System.out.printf("%d octets changed:%n", made);
    table.forEach((what, times) -> System.out.printf("%5d | %s%n", times, what));
    assertThat(made).isGreaterThanOrEqualTo(CHANGES);
    assertThat(bad).isEmpty();
  }
}
