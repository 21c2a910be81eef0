package hospital.wardbell;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.RouteTable.Line;
import hospital.wardbell.WalledHome.Seat;
import hospital.wardbell.WalledHome.Things;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import java.net.http.HttpResponse;
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
  private enum Outcome {
    IN,
    REFUSED,
    HIDDEN,
    SIGN_IN,
    STEP_UP,
    LOCKED
  }

  private static final List<Line> TABLE =
      RouteTable.lines().stream().sorted(Comparator.comparing(WallsIT::isLast)).toList();

  /// What the others could not be asked for after.
  private static boolean isLast(Line line) {
    return line.path().equals("/sign-out") || line.route().equals("POST /lock");
  }

  private static WalledHome home;
  private static Caller caller;

  @BeforeAll
  static void start() throws Exception {
    home = new WalledHome();
    caller = new Caller(home.running);
  }

  @AfterAll
  static void stop() throws Exception {
    caller.close();
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
          Outcome is = asked(line, home.seat(role), things);
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
          List.of("", home.over(), "A".repeat(43), "../../etc/passwd", "x".repeat(3_000))) {
        Outcome is = asked(line, new Seat(cookie, "none"), home.things.getFirst());
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
        Outcome is = asked(line, seat, home.things.getFirst());
        if (is != Outcome.LOCKED) {
          wrong.add(role + " " + line + " is " + is);
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
        if (asked(line, forged, home.things.getFirst()) != Outcome.REFUSED) {
          wrong.add(line + " with another session's token as " + role);
        }
        Map<String, String> elsewhere = new HashMap<>(headers(seat));
        elsewhere.put("Sec-Fetch-Site", "cross-site");
        if (posted(line, seat, home.things.getFirst(), elsewhere) != Outcome.REFUSED) {
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
          Outcome is = called(line, Map.of("Authorization", "Bearer " + token.getValue()), things);
          if (is != due) {
            wrong.add(token.getKey() + " " + line + " is " + is + " not " + due);
          }
        }
      }
      for (String bearer : List.of("", "Bearer wbt_" + "A".repeat(43), "Basic YTpi")) {
        Map<String, String> headers = bearer.isEmpty() ? Map.of() : Map.of("Authorization", bearer);
        if (called(line, headers, home.things.getFirst()) != Outcome.SIGN_IN) {
          wrong.add(line + " with " + bearer);
        }
      }
      Map<String, String> cookie = headers(home.other(Role.NURSE));
      if (called(line, cookie, home.things.getFirst()) != Outcome.SIGN_IN) {
        wrong.add(line + " with a person's cookie");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Outcome called(Line line, Map<String, String> headers, Things things) {
    String path = path(line, things);
    return outcome(
        line.isForm() ? caller.postJson(path, headers, "{}") : caller.get(path, headers));
  }

  private static Outcome asked(Line line, Seat seat, Things things) {
    return line.isForm()
        ? posted(line, seat, things, headers(seat))
        : outcome(caller.get(path(line, things), headers(seat)));
  }

  private static Outcome posted(Line line, Seat seat, Things things, Map<String, String> headers) {
    Map<String, String> fields = new HashMap<>(line.fields());
    fields.put("csrf", seat.csrf());
    fields.replaceAll((_, value) -> value.equals("ID") ? Id.random().toString() : value);
    return outcome(caller.post(path(line, things), headers, fields));
  }

  private static Map<String, String> headers(Seat seat) {
    Map<String, String> headers = new HashMap<>(Caller.FROM_OUR_PAGES);
    if (!seat.cookie().isEmpty()) {
      headers.put("Cookie", "__Host-wardbell=" + seat.cookie());
    }
    return headers;
  }

  private static String path(Line line, Things things) {
    String path = line.path();
    Id id = Id.random();
    if (path.startsWith("/conversations/")) {
      id = things.conversation();
    } else if (path.endsWith("/settle") || path.startsWith("/api/")) {
      id = things.unknown();
    } else if (path.startsWith("/messages/")) {
      id = things.message();
    }
    String query =
        path.equals("/api/v1/messages") && !line.isForm()
            ? "?direction=sent&since=2020-01-01T00:00:00Z"
            : "";
    String next = path.equals("/step-up") ? "?next=/help" : "";
    return path.replace(":id", id.toString())
            .replace(":name", "practice")
            .replace(":week", "2026-W40")
        + query
        + next;
  }

  private static Outcome outcome(HttpResponse<?> answer) {
    String location = answer.headers().firstValue("location").orElse("");
    boolean signedOut = answer.headers().firstValue("set-cookie").isPresent();
    return switch (answer.statusCode()) {
      case 403 -> Outcome.REFUSED;
      case 404 -> Outcome.HIDDEN;
      case 401 -> Outcome.SIGN_IN;
      case 423 -> Outcome.LOCKED;
      case 303 -> redirected(location, signedOut);
      case 200, 202, 400, 409, 410, 422, 429 -> Outcome.IN;
      default -> throw new IllegalStateException(answer + " is no answer to be had");
    };
  }

  private static Outcome redirected(String location, boolean signedOut) {
    if (location.startsWith("/sign-in") && !signedOut) {
      return Outcome.SIGN_IN;
    }
    if (location.startsWith("/lock")) {
      return Outcome.LOCKED;
    }
    return location.startsWith("/step-up") ? Outcome.STEP_UP : Outcome.IN;
  }
}
