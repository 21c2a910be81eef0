package hospital.wardbell;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.GlassUse;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.SignIn;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.vault.NewKit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fills a home before its service starts, as if some time ago.
///
/// What is written here waits in the queue until the service has a modem.
public final class Furnishing {
  private static final Actor BY = new Actor.Operator("test");

  private final Wiring wiring;
  private final SettableClock clock;
  private final Instant now = Instant.now();
  private final Map<String, Account> accounts = new HashMap<>();

  Furnishing(Wiring wiring, SettableClock clock) {
    this.wiring = wiring;
    this.clock = clock;
  }

  Wiring wiring() {
    return wiring;
  }

  Map<String, Account> accounts() {
    return Map.copyOf(accounts);
  }

  public Id frontDesk() {
    return wiring.identity().accounts().frontDesk();
  }

  /// A recovery kit of three shares, two of them needed.
  public void recoveryKit() {
    NewKit _ = wiring.keyDesk().newKit(3, 2);
  }

  public void set(Settings.Key key, String value) {
    wiring.settings().set(key, value, BY);
  }

  /// Only who is trained sends, since `ago`; the home and all who are in it are older than that.
  public void trainingRequired(Duration ago) {
    set(Settings.Key.TRAINING_REQUIRED, "on");
    Instant then = now.minus(ago);
    wiring
        .store()
        .change(tx -> {
          tx.update("update setting set set_at = ? where setting = 'training.required'", then);
          tx.update("update training_asked set since = ?", then);
          tx.update("update staff set made_at = ?", then);
        });
  }

  /// A text that `modem` sent to its own number `age` ago has not come back.
  public void selfTestOut(String modem, Duration age) {
    wiring
        .store()
        .change(tx ->
            tx.update(
                "insert into self_test (message, modem, reference, number_index, sent_at)"
                    + " values (?, ?, 'W-000000', ?, ?)",
                Id.random(),
                modem,
                new byte[32],
                now.minus(age)));
  }

  /// No line was able to send for `time`.
  public void outage(Duration time) {
    wiring
        .store()
        .change(tx ->
            tx.update(
                "insert into outbox_ability (id, able_at, stale_before) values (1, ?, ?)",
                now.minus(time),
                Instant.EPOCH));
  }

  /// Last week's looks are drawn and wait for their review: one, for the patient's surname.
  public void reviewDue(Account looked, Id conversation) {
    LocalDate week =
        LocalDate.ofInstant(now, ZoneId.of("America/New_York"))
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            .minusWeeks(1);
    wiring
        .store()
        .change(tx -> {
          tx.update(
              "insert into access_review (week, from_leaf, to_leaf, seed, looks, drawn_at)"
                  + " values (?, 0, 10, ?, 3, ?)",
              week.toString(),
              "0".repeat(32),
              now);
          tx.update(
              "insert into access_review_kind (week, kind, offered)"
                  + " values (?, 'SAME_SURNAME', 3)",
              week.toString());
          tx.update(
              "insert into access_review_item"
                  + " (id, week, leaf, at_time, staff, conversation, kind, detail)"
                  + " values (?, ?, 7, ?, ?, ?, 'SAME_SURNAME', 0)",
              Id.random(),
              week.toString(),
              now.minus(Duration.ofDays(8)),
              looked.staff().id(),
              conversation);
        });
  }

  /// Somebody signed in with password and code.
  SignIn.Result.Welcome signedIn(Account account) {
    clock.set(Instant.now()); // as the app's
    SignIn signIn = wiring.identity().signIn();
    try (Secret password = Secret.copyOf(account.password().toCharArray())) {
      if (signIn.password(account.login(), password, "test") instanceof Result.CodeDue(Id due)
          && signIn.code(due, account.app().code(), "test") instanceof Result.Welcome in) {
        return in;
      }
    }
    throw new IllegalStateException(account + " does not come in");
  }

  /// Somebody used break-glass `ago`, signed out, and nobody has reviewed it.
  public void brokeGlass(Account by, Id team, Duration ago) {
    Identity identity = wiring.identity();
    Session session = signedIn(by).session();
    try (Secret password = Secret.copyOf(by.password().toCharArray())) {
      var _ = identity.stepUp().prove(session, password, by.app().code(), "test");
    }
    var _ =
        identity
            .breakGlass()
            .begin(session, team, GlassUse.Why.EMERGENCY, "Nobody of theirs came", "test");
    identity.sessions().end(session, "test");
    Instant begun = now.minus(ago);
    wiring
        .store()
        .change(tx ->
            tx.update(
                "update break_glass set begun_at = ?, until_at = ?, ended_at = ? where staff = ?",
                begun,
                begun.plusSeconds(1_800),
                begun.plusSeconds(600),
                by.staff().id()));
  }

  public Id team(String name) {
    return wiring.identity().accounts().addTeam(name, BY);
  }

  /// Somebody at the front desk, who reads English.
  public Account staff(String login, String name, Role role) {
    return staff(new NewStaff(login, name, Set.of(role), List.of(frontDesk()), "en"));
  }

  public Account staff(NewStaff person) {
    Account account = Account.of(wiring.identity().accounts().add(person, BY));
    accounts.put(account.login(), account);
    return account;
  }

  /// A patient of the front desk who agreed to texts.
  public void patient(String name, PhoneNumber number, String language) {
    patient(frontDesk(), name, number, language);
  }

  public void patient(Id team, String name, PhoneNumber number, String language) {
    wiring.patients().add(team, name, number, language, BY);
    wiring
        .store()
        .change(tx ->
            wiring.ledger().optIn(tx, number, Ledger.Method.PRACTICE, Optional.empty(), BY, now));
  }

  /// The patient said STOP, `ago`.
  public void stopped(PhoneNumber number, Duration ago) {
    clock.set(now.minus(ago));
    wiring
        .store()
        .change(tx ->
            wiring
                .ledger()
                .optOut(tx, number, Ledger.Method.SPOKEN, Optional.empty(), BY, clock.instant()));
  }

  /// A text that came `ago`.
  ///
  /// @return its conversation
  public Id received(Remote from, String text, Duration ago) {
    clock.set(now.minus(ago));
    return wiring
        .store()
        .write(tx -> {
          Id conversation = wiring.conversations().receiving(tx, from);
          wiring.ledger().texted(tx, from, clock.instant());
          wiring
              .conversations()
              .receive(
                  tx,
                  conversation,
                  new Message.Received(Id.random(), clock.instant(), ReceivedKind.TEXT, text, 0));
          return conversation;
        });
  }

  /// What somebody replied, `ago`.
  public void replied(Account by, Id conversation, String text, Duration ago) {
    clock.set(now.minus(ago));
    Sight sight = wiring.identity().sight(by.staff(), Permission.SEND);
    var sent =
        wiring.conversations().reply(sight, conversation, Id.random(), text, by.staff().actor());
    if (sent.isEmpty()) {
      throw new IllegalStateException("no such conversation");
    }
  }

  /// What Wardbell was told to send by a program, `ago`.
  public void reminded(PhoneNumber to, String text, Duration ago) {
    clock.set(now.minus(ago));
    Actor program = new Actor.Integration(Id.random());
    var _ =
        wiring
            .conversations()
            .send(
                Id.random(),
                frontDesk(),
                to,
                new Wish(Purpose.APPOINTMENT, text, Optional.empty()),
                program);
  }
}
