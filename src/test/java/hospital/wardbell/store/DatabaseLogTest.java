package hospital.wardbell.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.base.Id;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseLogTest {
  private static final String MARKER = "Marker-Of-Plain-Text";

  /// Keeps what is logged, as a file handler would write it.
  private static final class Kept extends Handler {
    private final List<String> lines = new ArrayList<>();
    private final SimpleFormatter form = new SimpleFormatter();

    @Override
    public void publish(LogRecord line) {
      lines.add(form.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private final Kept kept = new Kept();
  private final Logger logger = Logger.getLogger("hospital.wardbell.store");

  @BeforeEach
  void listen() {
    logger.addHandler(kept);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(kept);
  }

  @Test
  void a_damaged_page_is_reported_by_its_code_and_shown_to_nobody(@TempDir Path directory)
      throws Exception {
    try (Store store = Store.open(directory, Things.KEY, Things.MIGRATIONS)) {
      store.change(tx -> {
        for (int i = 0; i < 400; i++) {
          tx.update(Things.PUT, Id.random(), MARKER + i);
        }
      });
    }
    for (Path file : tableAndIndex(directory.resolve("derby/seg0"))) {
      damage(file);
    }

    try (Store store = Store.open(directory, Things.KEY, Things.MIGRATIONS)) {
      assertThatThrownBy(
              () -> store.read(sql -> sql.list("select label from thing", r -> r.text("label"))))
          .isInstanceOf(StoreFault.class)
          .hasMessageNotContaining(MARKER)
          .satisfies(t -> assertThat(t.getCause()).hasMessageNotContaining(MARKER));
    }

    assertThat(kept.lines).anyMatch(line -> line.contains("XSDG2"));
    assertThat(String.join("", kept.lines))
        .doesNotContain(MARKER)
        .doesNotContain("Hex dump")
        .hasSizeLessThan(20_000);
    assertThat(Path.of("derby.log")).doesNotExist();
  }

  /// The two youngest files. They are called `c`, a number in hexadecimal, `.dat`.
  private static List<Path> tableAndIndex(Path segment) throws IOException {
    try (Stream<Path> files = Files.list(segment)) {
      return files
          .filter(file -> file.toString().endsWith(".dat"))
          .sorted(Comparator.comparingLong(DatabaseLogTest::number).reversed())
          .limit(2)
          .toList();
    }
  }

  private static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    return Long.parseLong(name.substring(1, name.indexOf('.')), 16);
  }

  private static void damage(Path file) throws IOException {
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
      for (long page = 2; page < octets.length() / 4096; page++) {
        octets.seek(page * 4096 + 2000);
        int octet = octets.read();
        octets.seek(page * 4096 + 2000);
        octets.write(octet ^ 1);
      }
    }
  }
}
