package hospital.wardbell;

import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.JournalEntry.Mishap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Parts whose outcome is unknown although their modem's journal says nothing of an answer that was
/// lost, late or damaged.
final class Unexplained {
  private static final Set<Mishap> SILENCE = Set.of(Mishap.LOST_FINAL, Mishap.DEAF);
  private static final Set<Mishap> DAMAGE =
      Set.of(Mishap.URC_INSIDE, Mishap.GARBAGE, Mishap.STRAY_ECHO);

  /// Rows keep whole milliseconds, and a reset may be noticed after the next claim.
  private static final Duration ABOUT = Duration.ofMillis(100);

  private record Handover(String modem, Instant claimed, Instant settled) {
    boolean covers(JournalEntry entry) {
      return entry.at().isAfter(claimed.minus(ABOUT)) && entry.at().isBefore(settled.plus(ABOUT));
    }

    @Override
    public String toString() {
      return modem + " from " + claimed + " to " + settled;
    }
  }

  private Unexplained() {}

  /// @param journals by the modems' names
  static List<String> among(TrialHome home, Map<String, Journal> journals) {
    try (Wiring wiring = home.open()) {
      return wiring
          .store()
          .read(sql ->
              sql.list(
                  "select modem, claimed_at, since from outbox_part where state = 'UNKNOWN'",
                  row ->
                      new Handover(
                          row.text("modem"), row.instant("claimed_at"), row.instant("since"))))
          .stream()
          .filter(handover -> !isExplained(handover, entries(journals, handover.modem())))
          .map(Handover::toString)
          .toList();
    }
  }

  private static List<JournalEntry> entries(Map<String, Journal> journals, String modem) {
    return Optional.ofNullable(journals.get(modem)).orElseThrow().entries();
  }

  /// An answer that came may have been damaged; one that did not come was kept back.
  private static boolean isExplained(Handover handover, List<JournalEntry> entries) {
    List<JournalEntry> meanwhile = entries.stream().filter(handover::covers).toList();
    boolean answered = meanwhile.stream().anyMatch(JournalEntry.Answered.class::isInstance);
    return meanwhile.stream()
        .anyMatch(entry -> silences(entry) || (answered && suffered(entry, DAMAGE)));
  }

  private static boolean silences(JournalEntry entry) {
    return suffered(entry, SILENCE)
        || (entry instanceof JournalEntry.Plugged(_, boolean in) && !in);
  }

  private static boolean suffered(JournalEntry entry, Set<Mishap> any) {
    return entry instanceof JournalEntry.Suffered(_, Mishap mishap) && any.contains(mishap);
  }
}
