package hospital.wardbell;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.SignIn;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.web.Assets;
import hospital.wardbell.web.Doorkeeper;
import hospital.wardbell.web.MountedRoutes;
import hospital.wardbell.web.console.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A running home with somebody of every role signed in, and two teams that each have a
/// conversation of their own.
final class WalledHome implements AutoCloseable {
  private static final PhoneNumber OURS = new PhoneNumber("+12025550187");
  private static final PhoneNumber THEIRS = new PhoneNumber("+12025550133");
  private static final Duration A_WHILE = Duration.ofMinutes(20);

  /// A browser that has signed in.
  record Seat(String cookie, String csrf) {}

  /// Somebody who can show again who it is.
  record Prover(Account account, Seat seat) {
    Map<String, String> proof() {
      return Map.of("password", account.password(), "code", account.app().code());
    }
  }

  /// What a team has.
  ///
  /// @param unknown a text of which nobody knows what became
  record Things(Id conversation, Id message, Id unknown) {}

  private final Map<Role, Seat> seats = new EnumMap<>(Role.class);
  private final Map<Role, Seat> locked = new EnumMap<>(Role.class);
  private final Map<Role, Seat> others = new EnumMap<>(Role.class);
  final Map<String, String> tokens = new HashMap<>();
  final List<Things> things = new ArrayList<>();
  private final Map<Role, Prover> provers = new EnumMap<>(Role.class);
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private List<String> mounted = List.of();
  private String over = "";
  private String disabled = "";
  final RunningHome running;

  WalledHome() throws IOException {
    this.running =
        RunningHome.start(
            Timing.none(), People.silent(), () -> Instant.now().plus(ahead.get()), this::furnish);
  }

  /// Time goes by for the service at once.
  void wait(Duration time) {
    ahead.updateAndGet(already -> already.plus(time));
  }

  private void furnish(Furnishing home) {
    Id cardiology = home.team("Cardiology");
    home.patient("María López", OURS, "es");
    home.patient(cardiology, "Ivan Petrov", THEIRS, "en");
    Account nurse = home.staff("nurse", "Nurse", Role.NURSE);
    Account theirs =
        home.staff(new NewStaff("theirs", "Theirs", Set.of(Role.NURSE), List.of(cardiology), "en"));
    for (Role role : Role.values()) {
      Account account =
          home.staff("of-" + role.name().toLowerCase(Locale.ROOT), "Of " + role, role);
      seats.put(role, seat(home, account));
      others.put(role, seat(home, account));
      locked.put(role, locked(home, role));
      Account prover = home.staff("prover-" + role.name().toLowerCase(Locale.ROOT), "Sure", role);
      provers.put(role, new Prover(prover, seat(home, prover)));
    }
    Account gone = home.staff("gone", "Gone", Role.LEAD);
    over = seat(home, gone).cookie();
    Instant past = Instant.now().minusSeconds(60);
    home.wiring()
        .store()
        .change(tx ->
            tx.update(
                "update staff_session set ends_at = ? where staff = ?", past, gone.staff().id()));
    Account sent = home.staff("sent", "Sent Away", Role.LEAD);
    disabled = seat(home, sent).cookie();
    home.wiring()
        .identity()
        .people()
        .disable(sent.staff().id(), new Actor.Wardbell("test"), "test");
    for (Scope scope : Scope.values()) {
      tokens.put("token:" + scope, token(home, scope, home.frontDesk()));
    }
    things.add(things(home, OURS, nurse));
    things.add(things(home, THEIRS, theirs));
    mounted = mounted(home.wiring());
  }

  private static Things things(Furnishing home, PhoneNumber number, Account by) {
    Id conversation = home.received(number, "Running late, see you at ten", A_WHILE);
    home.replied(by, conversation, "Thank you.", A_WHILE);
    home.replied(by, conversation, "We wait for you.", A_WHILE);
    List<Id> sent =
        home.wiring()
            .store()
            .read(sql ->
                sql.list(
                    "select id from message where conversation = ? and ours = ? order by place",
                    row -> row.id("id"),
                    conversation,
                    true));
    for (Id message : sent) { // so that none of them goes out while the walls are tried
      home.wiring()
          .store()
          .change(tx -> {
            tx.update(
                "update outbox_part set state = ? where message = ?",
                message.equals(sent.getLast()) ? "UNKNOWN" : "DELIVERED",
                message);
            tx.update("update message set state = 'UNKNOWN' where id = ?", message);
          });
    }
    return new Things(conversation, sent.getFirst(), sent.getLast());
  }

  /// Password and code, as everybody signs in.
  private static Seat seat(Furnishing home, Account account) {
    SignIn.Result.Welcome in = home.signedIn(account);
    return new Seat(in.cookie(), in.session().csrf());
  }

  private static Seat locked(Furnishing home, Role role) {
    Account away = home.staff("away-" + role.name().toLowerCase(Locale.ROOT), "Away", role);
    Seat seat = seat(home, away);
    var sessions = home.wiring().identity().sessions();
    sessions.lock(sessions.find(seat.cookie(), true).orElseThrow(), "test");
    return seat;
  }

  private static String token(Furnishing home, Scope scope, Id team) {
    return home.wiring()
        .identity()
        .tokens()
        .create("walls " + scope, Set.of(scope), team, new Actor.Wardbell("test"))
        .lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  private static List<String> mounted(Wiring wiring) {
    try {
      Assets assets = Assets.of(Console.ASSETS);
      return MountedRoutes.of(
          Doorkeeper.of(wiring.identity(), wiring.audit()),
          assets,
          OpenHome.console(wiring, List::of, "https://localhost/", assets, InstantSource.system())
              ::mount,
          OpenHome.api(wiring, InstantSource.system())::mount);
    } catch (Exception e) {
      throw new IllegalStateException("the routes cannot be listed", e);
    }
  }

  /// What the console and the API answer, as their router names it.
  List<String> mounted() {
    return mounted;
  }

  /// Somebody of this role.
  Seat seat(Role role) {
    return Optional.ofNullable(seats.get(role)).orElseThrow();
  }

  /// The same person's at another computer.
  Seat other(Role role) {
    return Optional.ofNullable(others.get(role)).orElseThrow();
  }

  /// Somebody of this role who is away.
  Seat locked(Role role) {
    return Optional.ofNullable(locked.get(role)).orElseThrow();
  }

  /// The cookie of a session whose time is over.
  String over() {
    return over;
  }

  /// The cookie of somebody whose account was disabled while signed in.
  String disabled() {
    return disabled;
  }

  Prover prover(Role role) {
    return Optional.ofNullable(provers.get(role)).orElseThrow();
  }

  /// How many refusals are on record.
  long refusals() {
    var begun = running.ask(new JsonObject().put("command", "audit.begin").put("what", "tail"));
    long from = begun.number("from");
    long refused = 0;
    while (true) {
      JsonObject page =
          running.ask(
              new JsonObject().put("command", "audit.entries").put("from", from).put("most", 500));
      List<String> entries = page.texts("entries");
      refused += entries.stream().filter(e -> e.contains("\"act\":\"route.refused\"")).count();
      from += entries.size();
      if (entries.isEmpty() || from >= page.number("end")) {
        return refused;
      }
    }
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
