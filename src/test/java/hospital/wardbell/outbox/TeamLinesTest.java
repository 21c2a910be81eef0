package hospital.wardbell.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamLinesTest extends ThreeLines {
  @Test
  void a_teams_texts_go_out_from_the_teams_line_and_no_others_do() {
    home.set(Settings.Key.LINE_TEAMS, "sim-3", CARDIOLOGY.toString());
    home.queueBulk(patient, Id.random(), CARDIOLOGY, "heart");
    home.queueBulk(patient, Id.random(), DESK, "desk");

    drain(3, 1, 2);

    assertThat(sentBy(3)).containsExactly("heart");
    assertThat(sentBy(1)).containsExactly("desk");
  }

  @Test
  void a_teams_other_line_is_the_first_to_take_over() {
    for (String line : List.of("sim-2", "sim-3")) {
      home.set(Settings.Key.LINE_TEAMS, line, CARDIOLOGY.toString());
    }
    home.base.store.change(tx -> home.outbox.heard(tx, conversation, "sim-3"));
    home.queueBulk(patient, conversation, CARDIOLOGY, "heart");
    modems[2].maySend(false);
    drain(3);
    home.pass(Duration.ofMinutes(10));

    drain(1, 2);

    assertThat(sentBy(2)).containsExactly("heart");
  }

  @Test
  void when_all_lines_of_a_team_are_given_up_any_may_send() {
    home.set(Settings.Key.LINE_TEAMS, "sim-3", CARDIOLOGY.toString());
    home.queueBulk(patient, Id.random(), CARDIOLOGY, "heart");
    modems[2].maySend(false);
    drain(3, 1);
    assertThat(sentBy(1)).isEmpty();

    home.pass(Duration.ofMinutes(10));
    drain(1);

    assertThat(sentBy(1)).containsExactly("heart");
  }
}
