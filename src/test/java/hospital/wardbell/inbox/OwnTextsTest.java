package hospital.wardbell.inbox;

import static hospital.wardbell.conversation.Ward.ANA;
import static hospital.wardbell.inbox.Desk.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTextsTest {
  @Test
  void a_text_of_our_own_is_in_no_conversation_and_another_is(@TempDir Path directory) {
    List<String> offered = new ArrayList<>();
    try (Desk desk = Desk.open(directory)) {
      desk.inbox()
          .listen((_, from, text, at) -> {
            offered.add(from.canonical() + " " + text + " " + at);
            return text.startsWith("ours");
          });

      desk.comes(
          Texts.single(ANA, "ours 1", SENT),
          Texts.again(ANA, "ours 1", SENT),
          Texts.single(ANA, "Is the lab open?", SENT));

      assertThat(desk.heard(ANA)).containsExactly("Is the lab open?");
      assertThat(desk.raws(Raw.State.NOTICE)).isEqualTo(1);
      assertThat(desk.raws(Raw.State.DOUBLE)).isEqualTo(1);
      assertThat(offered)
          .hasSize(2)
          .first()
          .isEqualTo(ANA.canonical() + " ours 1 " + desk.ward().clock().instant());
    }
  }
}
