package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever texts one of our numbers is answered from that number.
class HeardLineTest {
  @TempDir private Path directory;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = Desk.open(directory);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private String queueOfTheAnswer() {
    desk.ward().reply(desk.with(ANA).id(), "At nine.");
    return desk.ward()
        .store()
        .read(sql -> sql.list("select queue_name from outbox_part", row -> row.text("queue_name")))
        .getLast();
  }

  @Test
  void a_text_is_answered_on_the_line_it_came_by() {
    desk.comes(Texts.single(ANA, "When do you open?", SENT));

    assertThat(queueOfTheAnswer()).isEqualTo("line/modem");
  }

  @Test
  void so_is_a_text_in_parts() {
    desk.comes(Texts.parts(ANA, "When do you open? ".repeat(20), 7, SENT).toArray(String[]::new));

    assertThat(queueOfTheAnswer()).isEqualTo("line/modem");
  }
}
