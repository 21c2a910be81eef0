package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.Knocking.Outcome;
import hospital.wardbell.RouteTable.Line;
import hospital.wardbell.WalledHome.Seat;
import hospital.wardbell.WalledHome.Things;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.StepUp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every route, asked for by every role, for the own team's things and another's, and by those who
/// are not, or no longer, signed in: whom `docs/routes.tsv` lists is let in, everybody else is
/// refused, and that is on record.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class WallsIT {
  private static final List<Line> TABLE =
      RouteTable.lines().stream().sorted(Comparator.comparing(WallsIT::isLast)).toList();

  /// What the others could not be asked for after.
  private static boolean isLast(Line line) {
    return line.path().equals("/sign-out") || line.route().equals("POST /lock");
  }

  private static WalledHome home;
  private static Knocking door;

  @BeforeAll
  static void start() throws Exception {
    home = new WalledHome();
    door = new Knocking(new Caller(home.running));
  }

  @AfterAll
  static void stop() throws Exception {
    door.caller().close();
    home.close();
  }

  @Test
  void every_route_is_in_the_table_and_nothing_else_is() {
    assertThat(TABLE).extracting(Line::route).containsExactlyInAnyOrderElementsOf(home.mounted());
  }

  @Test
  void each_role_comes_in_where_the_table_says_so_and_nowhere_else() {
    List<String> wrong = new ArrayList<>();
    long before = home.refusals();
    long refused = 0;
    for (Role role : Role.values()) {
      for (Line line : TABLE) {
        if (line.isForAnybody() || line.isForPrograms()) {
          continue;
        }
        for (Things things : home.things) {
          boolean own = things.equals(home.things.getFirst());
          Outcome is = door.asked(line, home.seat(role), things);
          Outcome due = due(line, role, own);
          boolean madeUp = line.object().equals("any") && due == Outcome.IN;
          if (is != due && !(madeUp && is == Outcome.HIDDEN)) {
            wrong.add(role + " " + line + (own ? "" : " of others") + " is " + is + " not " + due);
          }
          refused += is == Outcome.REFUSED || is == Outcome.HIDDEN ? 1 : 0;
          if (line.path().equals("/sign-out")) {
            break; // once is enough
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(home.refusals() - before).as("refusals on record").isEqualTo(refused);
  }

  private static Outcome due(Line line, Role role, boolean own) {
    if (!line.isFor(role.name())) {
      return Outcome.REFUSED;
    }
    if (line.object().equals("team") && !own) {
      return Outcome.HIDDEN;
    }
    if (line.route().equals("POST /lock")) {
      return Outcome.LOCKED;
    }
    return line.stepUp() ? Outcome.STEP_UP : Outcome.IN;
  }

  @Test
  void nobody_comes_in_without_a_session_that_runs() {
    List<String> wrong = new ArrayList<>();
    for (Line line : TABLE) {
      if (line.isForAnybody() || line.isForPrograms()) {
        continue;
      }
      for (String cookie :
          List.of(
              "",
              home.over(),
              home.disabled(),
              "A".repeat(43),
              "../../etc/passwd",
              "x".repeat(3_000))) {
        Outcome is = door.asked(line, new Seat(cookie, "none"), home.things.getFirst());
        if (is != Outcome.SIGN_IN) {
          wrong.add(line + " with " + cookie + " is " + is);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_locked_screen_shows_nothing_and_does_nothing() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Seat seat = home.locked(role);
      for (Line line : TABLE) {
        boolean stays = line.path().startsWith("/lock") && !line.path().matches("/lock/(stay|pin)");
        if (line.isForAnybody()
            || line.isForPrograms()
            || stays
            || line.path().equals("/sign-out")) {
          continue;
        }
        Outcome is = door.asked(line, seat, home.things.getFirst());
        if (is != Outcome.LOCKED) {
          wrong.add(role + " " + line + " is " + is);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void who_one_is_must_be_shown_again_when_it_was_long_ago() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      Seat seat = home.prover(role).seat();
      Map<String, String> fields = new HashMap<>(home.prover(role).proof());
      fields.put("csrf", seat.csrf());
      fields.put("next", "/help");
      door.caller().post("/step-up", Knocking.headers(seat), fields);
      assertThat(Knocking.outcome(door.caller().get("/lock/pin", Knocking.headers(seat))))
          .isEqualTo(Outcome.IN);
    }
    home.wait(StepUp.GOOD_FOR);
    for (Role role : Role.values()) {
      for (Line line : TABLE) {
        if (line.stepUp() && line.isFor(role.name())) {
          Outcome is = door.asked(line, home.prover(role).seat(), home.things.getFirst());
          if (is != Outcome.STEP_UP) {
            wrong.add(role + " " + line + " is " + is);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_form_is_taken_that_is_not_from_the_persons_own_page() {
    List<String> wrong = new ArrayList<>();
    for (Line line : TABLE) {
      if (!line.isForm() || line.isForAnybody() || line.isForPrograms()) {
        continue;
      }
      for (Role role : Role.values()) {
        Seat seat = home.other(role);
        Seat forged = new Seat(seat.cookie(), home.seat(role).csrf());
        if (door.asked(line, forged, home.things.getFirst()) != Outcome.REFUSED) {
          wrong.add(line + " with another session's token as " + role);
        }
        Map<String, String> elsewhere = new HashMap<>(Knocking.headers(seat));
        elsewhere.put("Sec-Fetch-Site", "cross-site");
        if (door.posted(line, seat, home.things.getFirst(), elsewhere) != Outcome.REFUSED) {
          wrong.add(line + " from another site as " + role);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void a_program_comes_in_where_its_scope_does() {
    List<String> wrong = new ArrayList<>();
    for (Line line : TABLE) {
      if (!line.isForPrograms()) {
        continue;
      }
      for (Map.Entry<String, String> token : home.tokens.entrySet()) {
        for (Things things : home.things) {
          boolean own = things.equals(home.things.getFirst());
          Outcome due =
              !line.isFor(token.getKey())
                  ? Outcome.REFUSED
                  : line.object().equals("team") && !own ? Outcome.HIDDEN : Outcome.IN;
          Outcome is =
              door.called(line, Map.of("Authorization", "Bearer " + token.getValue()), things);
          if (is != due) {
            wrong.add(token.getKey() + " " + line + " is " + is + " not " + due);
          }
        }
      }
      for (String bearer : List.of("", "Bearer wbt_" + "A".repeat(43), "Basic YTpi")) {
        Map<String, String> headers = bearer.isEmpty() ? Map.of() : Map.of("Authorization", bearer);
        if (door.called(line, headers, home.things.getFirst()) != Outcome.SIGN_IN) {
          wrong.add(line + " with " + bearer);
        }
      }
      Map<String, String> cookie = Knocking.headers(home.other(Role.NURSE));
      if (door.called(line, cookie, home.things.getFirst()) != Outcome.SIGN_IN) {
        wrong.add(line + " with a person's cookie");
      }
    }
    assertThat(wrong).isEmpty();
  }
}
