package hospital.wardbell.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.practice.JournalEntry.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:15:30.123456Z");
  private static final Place PLACE = new Place("SM", 3);
  private static final List<JournalEntry> ONE_OF_EACH =
      List.of(
          new JournalEntry.Command(AT, "+CMGS"),
          new JournalEntry.Submitted(AT, 7, "+12025550101", "ab12", 24, true, "Sí \"quoted\"\n😊"),
          new JournalEntry.Answered(
              AT,
              7,
              Duration.ofMillis(95),
              Duration.ofNanos(95_123_000),
              Duration.ofNanos(1_095_123_000)),
          new JournalEntry.Arrived(AT, "+12025550101", "cd34", "Yes"),
          new JournalEntry.Reported(AT, 7, 0, "ef56"),
          new JournalEntry.Stored(AT, PLACE, "cd34"),
          new JournalEntry.Announced(AT, PLACE, "cd34"),
          new JournalEntry.Handed(AT, "cd34"),
          new JournalEntry.Acknowledged(AT, "cd34"),
          new JournalEntry.Unacknowledged(AT, "cd34"),
          new JournalEntry.Read(AT, PLACE, "cd34"),
          new JournalEntry.Deleted(AT, PLACE, "cd34"),
          new JournalEntry.Attached(AT, true),
          new JournalEntry.Plugged(AT, false),
          new JournalEntry.Suffered(AT, JournalEntry.Mishap.LOST_FINAL));

  private final Path file;

  JournalTest(@TempDir Path directory) {
    this.file = directory.resolve("journal");
  }

  @Test
  void every_kind_of_entry_is_read_back_as_it_was_written() throws Exception {
    try (Journal journal = Journal.to(file, Journal.Content.TEXTS)) {
      ONE_OF_EACH.forEach(journal::record);

      assertThat(JournalLine.readAll(file)).isEqualTo(ONE_OF_EACH);
      assertThat(journal.entries()).isEqualTo(ONE_OF_EACH);
      assertThat(journal.commands()).isEqualTo(1);
    }
  }

  @Test
  void a_line_that_is_still_being_written_is_left_out() throws Exception {
    try (Journal journal = Journal.to(file, Journal.Content.TEXTS)) {
      journal.record(ONE_OF_EACH.getFirst());
    }
    Files.writeString(file, "{\"what\":\"Comm", StandardOpenOption.APPEND);

    assertThat(JournalLine.readAll(file)).containsExactly(ONE_OF_EACH.getFirst());
  }

  @Test
  void a_journal_goes_on_where_its_file_ended() throws Exception {
    for (int run = 0; run < 2; run++) {
      try (Journal journal = Journal.to(file, Journal.Content.TEXTS)) {
        journal.record(ONE_OF_EACH.getFirst());
      }
    }

    assertThat(JournalLine.readAll(file)).hasSize(2);
  }

  @Test
  void hashes_stand_in_place_of_texts_and_numbers_and_equal_ones_stay_equal() throws Exception {
    try (Journal journal = Journal.to(file, Journal.Content.HASHES)) {
      ONE_OF_EACH.forEach(journal::record);
      ONE_OF_EACH.forEach(journal::record);
    }

    assertThat(Files.readString(file)).doesNotContain("2025550101", "quoted", "Yes");
    assertThat(
            JournalLine.readAll(file).stream()
                .filter(JournalEntry.Submitted.class::isInstance)
                .distinct())
        .hasSize(1);
  }
}
