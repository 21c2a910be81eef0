package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Signing in, in two steps: password, then one-time code.
///
/// A refusal never says which part was wrong, nor whether the account exists, and takes as long
/// either way. Failures are counted per account and per origin; each makes the next wait longer,
/// and ten lock the account for a quarter of an hour; see [Backoff]. Any thread that may block; at
/// most two passwords are stretched at once, the others wait.
public final class SignIn {
  /// How a step ended.
  public sealed interface Result {
    /// The password is right; the code is asked for under this name, for five minutes.
    record CodeDue(Id pending) implements Result {}

    /// `cookie` is the session's secret name, for the browser alone.
    record Welcome(Session session, String cookie) implements Result {
      @Override
      public String toString() {
        return "Welcome[" + session + "]";
      }
    }

    /// Wrong; nobody learns what.
    record Refused() implements Result {}

    /// Too many failures; try again after this long.
    record Wait(Duration left) implements Result {}
  }

  private static final Result REFUSED = new Result.Refused();
  private static final Result BUSY = new Result.Wait(Duration.ofSeconds(5));
  private static final Actor NOBODY_YET = new Actor.Wardbell("sign-in");

  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final StaffRealm realm;
  private final Passwords passwords;
  private final Failures failures;
  private final Sessions sessions;
  private final PendingCodes pending = new PendingCodes();

  SignIn(
      Store store,
      StaffTable table,
      Audit audit,
      InstantSource clock,
      StaffRealm realm,
      Passwords passwords,
      Failures failures,
      Sessions sessions) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.realm = realm;
    this.passwords = passwords;
    this.failures = failures;
    this.sessions = sessions;
  }

  public Result password(String login, Secret password, String origin) {
    Attempt attempt = new Attempt(Accounts.normal(login), origin);
    return passwords.inTurn(() -> check(attempt, password)).orElse(BUSY);
  }

  private Result check(Attempt attempt, Secret password) {
    Duration left = store.read(sql -> failures.left(sql, attempt, clock.instant()));
    if (left.isPositive()) {
      return new Result.Wait(left);
    }
    Optional<Staff> known = realm.authenticate(attempt.login(), password);
    known.ifPresent(staff -> keepAnew(staff.id(), password));
    return known.isPresent()
        ? new Result.CodeDue(pending.add(known.orElseThrow(), clock.instant()))
        : store.write(tx -> refuse(tx, attempt, "password"));
  }

  /// What was kept with other parameters than the present ones is replaced, now that the password
  /// is at hand; only the right one is.
  private void keepAnew(Id staff, Secret password) {
    store
        .read(sql -> StaffTable.password(sql, staff))
        .filter(kept -> !Passwords.isPresent(kept))
        .ifPresent(kept -> {
          String anew = passwords.stretch(password);
          store.change(tx -> StaffTable.password(tx, staff, kept, anew));
        });
  }

  public Result code(Id due, String code, String origin) {
    return pending
        .find(due, clock.instant())
        .map(staff -> store.write(tx -> check(tx, due, staff, code, origin)))
        .orElse(REFUSED);
  }

  /// In one change from reading the last step used to writing the new one, so that of two who show
  /// the same code only one comes in. Whether the person may, and as what, is asked again: it may
  /// have been changed since the password.
  private Result check(Tx tx, Id due, Staff staff, String code, String origin) {
    Instant now = clock.instant();
    Attempt attempt = new Attempt(staff.login(), origin);
    Duration left = failures.left(tx, attempt, now);
    if (left.isPositive()) {
      return new Result.Wait(left);
    }
    Optional<Staff> present =
        table.find(tx, staff.id()).filter(p -> StandingTable.mayEnter(tx, p.id()));
    OptionalLong step = step(tx, staff, code, now);
    if (present.isEmpty() || step.isEmpty() || !pending.remove(due)) {
      return refuse(tx, attempt, "code");
    }
    tx.onRollback(() -> pending.restore(due, staff, now));
    table.use(tx, staff.id(), step.getAsLong());
    failures.forget(tx, attempt);
    return sessions.open(tx, present.orElseThrow(), origin);
  }

  /// Whether it is the person of `session` indeed who types: password and code in one go, counted
  /// like those of a sign-in. That it was shown is an entry, after whose commit `shown` is run.
  ///
  /// @return empty if it is; else [Result.Refused] or [Result.Wait]
  Optional<Result> doubt(
      Session session, Secret password, String code, String origin, Runnable shown) {
    Attempt attempt = new Attempt(session.staff().login(), origin);
    return switch (password(attempt.login(), password, origin)) {
      case Result.CodeDue(Id due) -> {
        boolean _ = pending.remove(due); // it opens no second session
        yield store.write(tx -> doubt(tx, session, code, attempt, shown));
      }
      case Result other -> Optional.of(other);
    };
  }

  private Optional<Result> doubt(
      Tx tx, Session session, String code, Attempt attempt, Runnable shown) {
    OptionalLong step = step(tx, session.staff(), code, clock.instant());
    if (step.isEmpty()) {
      return Optional.of(refuse(tx, attempt, "code"));
    }
    table.use(tx, session.staff().id(), step.getAsLong());
    failures.forget(tx, attempt);
    audit.record(
        tx,
        Entry.of(session.staff().actor(), "session.proven")
            .about(session.id())
            .from(attempt.origin()));
    tx.afterCommit(shown);
    return Optional.empty();
  }

  /// Whoever has this login begins anew: no failures, and no password that waits for its code.
  void forget(Tx tx, String login) {
    failures.forget(tx, new Attempt(login, ""));
    forgetPending(tx, login);
  }

  /// No password of this login waits for its code any more.
  void forgetPending(Tx tx, String login) {
    tx.afterCommit(() -> pending.forget(login));
  }

  /// Whether `code` is another than the person's of the moment, which is used up by being shown;
  /// counted like those of a sign-in.
  ///
  /// @return empty if it is the person's; else [Result.Refused] or [Result.Wait]
  Optional<Result> doubt(Tx tx, Staff staff, String code, String origin) {
    Instant now = clock.instant();
    Attempt attempt = new Attempt(staff.login(), origin);
    Duration left = failures.left(tx, attempt, now);
    if (left.isPositive()) {
      return Optional.of(new Result.Wait(left));
    }
    OptionalLong step = step(tx, staff, code, now);
    if (step.isEmpty()) {
      return Optional.of(refuse(tx, attempt, "code"));
    }
    table.use(tx, staff.id(), step.getAsLong());
    failures.forget(tx, attempt);
    return Optional.empty();
  }

  private OptionalLong step(Tx tx, Staff staff, String code, Instant now) {
    return table
        .factor(tx, staff.id())
        .map(factor -> factor.secret().lend(s -> Totp.match(s, code, now, factor.used())))
        .orElse(OptionalLong.empty());
  }

  private Result refuse(Tx tx, Attempt attempt, String reason) {
    Optional<Id> account = table.id(tx, attempt.login());
    record(tx, "sign-in.refused", account, attempt, why(tx, account, reason));
    if (failures.add(tx, attempt, clock.instant())) {
      record(tx, "sign-in.locked", account, attempt, reason);
    }
    return REFUSED;
  }

  private static String why(Tx tx, Optional<Id> account, String reason) {
    if (account.isEmpty()) {
      return "no-account";
    }
    return StandingTable.mayEnter(tx, account.orElseThrow()) ? reason : "not-open";
  }

  private void record(Tx tx, String act, Optional<Id> account, Attempt attempt, String reason) {
    Entry entry = Entry.of(NOBODY_YET, act).from(attempt.origin()).because(reason);
    audit.record(tx, account.map(entry::about).orElse(entry));
  }
}
