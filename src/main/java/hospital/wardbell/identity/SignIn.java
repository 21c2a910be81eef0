package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Passkeys.Ceremony;
import hospital.wardbell.identity.Passkeys.Proof;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Signing in, in two steps: password, then a second factor: a one-time code, a passkey, a recovery
/// code.
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

  private static final Result BUSY = new Result.Wait(Duration.ofSeconds(5));

  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final StaffRealm realm;
  private final Passwords passwords;
  private final Failures failures;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final PasskeyRule rule;
  private final Refusals refusals;
  private final KeptAnew keptAnew;
  private final PendingCodes pending = new PendingCodes();

  SignIn(
      Store store,
      StaffTable table,
      Audit audit,
      InstantSource clock,
      StaffRealm realm,
      Passwords passwords,
      Failures failures,
      Sessions sessions,
      SecondFactors factors,
      Passkeys passkeys,
      PasskeyRule rule) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.realm = realm;
    this.passwords = passwords;
    this.keptAnew = new KeptAnew(store, passwords);
    this.failures = failures;
    this.sessions = sessions;
    this.factors = factors;
    this.passkeys = passkeys;
    this.rule = rule;
    this.refusals = new Refusals(table, audit, failures, clock);
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
    known.ifPresent(staff -> keptAnew.keep(staff.id(), password));
    return known.isPresent()
        ? new Result.CodeDue(pending.add(known.orElseThrow(), clock.instant()))
        : store.write(tx -> refusals.refuse(tx, attempt, "password"));
  }

  /// What is asked for next; empty if nobody waits under this name.
  public Optional<Ways> ways(Id due) {
    return pending
        .find(due, clock.instant())
        .map(staff -> rule.narrowed(factors.ways(due, staff), staff));
  }

  public Result code(Id due, String code, String origin) {
    return pending
        .find(due, clock.instant())
        .map(staff -> store.write(tx -> check(tx, due, staff, code, origin)))
        .orElse(Refusals.REFUSED);
  }

  /// In one change from reading the last step used to writing the new one, so that of two who show
  /// the same code only one comes in. Whether the person may, and as what, is asked again: it may
  /// have been changed since the password.
  private Result check(Tx tx, Id due, Staff staff, String code, String origin) {
    Attempt attempt = new Attempt(staff.login(), origin);
    Duration left = failures.left(tx, attempt, clock.instant());
    if (left.isPositive()) {
      return new Result.Wait(left);
    }
    Optional<Staff> present = present(tx, due, staff);
    return present.isPresent()
            && !rule.excludesCodes(tx, present.get())
            && factors.spend(tx, due, staff, code, origin)
        ? welcome(tx, due, present.get(), attempt)
        : refusals.refuse(tx, attempt, "code");
  }

  /// The person as of now, if the sign-in waits still and the person may come in.
  private Optional<Staff> present(Tx tx, Id due, Staff staff) {
    return pending
        .find(due, clock.instant())
        .flatMap(_ -> table.find(tx, staff.id()))
        .filter(person -> StandingTable.mayEnter(tx, person.id()));
  }

  private Result welcome(Tx tx, Id due, Staff staff, Attempt attempt) {
    boolean _ = pending.remove(due);
    tx.onRollback(() -> pending.restore(due, staff, clock.instant()));
    if (failures.cameIn(tx, attempt, clock.instant())) {
      factors.tellElsewhere(tx, staff);
    }
    return sessions.open(tx, staff, attempt.origin());
  }

  /// @param shown what the browser's script sent of a passkey
  public Result passkey(Id due, String shown, String origin) {
    return pending
        .find(due, clock.instant())
        .map(staff -> check(due, staff, shown, new Attempt(staff.login(), origin)))
        .orElse(Refusals.REFUSED);
  }

  private Result check(Id due, Staff staff, String shown, Attempt attempt) {
    Duration left = store.read(sql -> failures.left(sql, attempt, clock.instant()));
    if (left.isPositive()) {
      return new Result.Wait(left);
    }
    Proof proof = passkeys.check(Ceremony.SIGN_IN, due, staff, shown);
    return store.write(tx ->
        doubt(tx, proof, staff, attempt)
            .orElseGet(() ->
                present(tx, due, staff)
                    .map(person -> welcome(tx, due, person, attempt))
                    .orElseGet(() -> refusals.refuse(tx, attempt, PasskeyVerifier.BAD))));
  }

  private Optional<Result> doubt(Tx tx, Proof proof, Staff staff, Attempt attempt) {
    return switch (proof) {
      case Proof.Good good when passkeys.use(tx, good) -> Optional.empty();
      case Proof.Good _ -> Optional.of(refusals.refuse(tx, attempt, PasskeyVerifier.BAD));
      case Proof.Bad(String reason, Optional<Id> copied) -> {
        copied.ifPresent(passkey -> passkeys.warn(tx, staff, passkey, attempt.origin()));
        yield Optional.of(refusals.refuse(tx, attempt, reason));
      }
    };
  }

  /// Takes the leave to set up an app, from somebody who has no factor left. Then the code of that
  /// app is due under the same name, for five minutes more.
  public Result enrol(Id due, String typed, String origin) {
    return pending
        .find(due, clock.instant())
        .map(staff ->
            store.write(tx -> enrol(tx, due, staff, typed, new Attempt(staff.login(), origin))))
        .orElse(Refusals.REFUSED);
  }

  private Result enrol(Tx tx, Id due, Staff staff, String typed, Attempt attempt) {
    Duration left = failures.left(tx, attempt, clock.instant());
    if (left.isPositive()) {
      return new Result.Wait(left);
    }
    if (present(tx, due, staff).isEmpty() || !factors.maySetUp(tx, due, staff, typed)) {
      return refusals.refuse(tx, attempt, "enrolment");
    }
    pending.restore(due, staff, clock.instant());
    return new Result.CodeDue(due);
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
    if (!factors.spend(tx, session.id(), session.staff(), code, attempt.origin())) {
      return Optional.of(refusals.refuse(tx, attempt, "code"));
    }
    proven(tx, session, attempt, shown);
    return Optional.empty();
  }

  /// The same by a passkey alone, whose authenticator verifies its owner.
  ///
  /// @param passkey what the browser's script sent of it
  Optional<Result> doubt(Session session, String passkey, String origin, Runnable shown) {
    Attempt attempt = new Attempt(session.staff().login(), origin);
    Duration left = store.read(sql -> failures.left(sql, attempt, clock.instant()));
    if (left.isPositive()) {
      return Optional.of(new Result.Wait(left));
    }
    Proof proof = passkeys.check(Ceremony.STEP_UP, session.id(), session.staff(), passkey);
    return store.write(tx -> {
      Optional<Result> doubt = doubt(tx, proof, session.staff(), attempt);
      if (doubt.isEmpty()) {
        proven(tx, session, attempt, shown);
      }
      return doubt;
    });
  }

  private void proven(Tx tx, Session session, Attempt attempt, Runnable shown) {
    failures.forget(tx, attempt, clock.instant());
    audit.record(
        tx,
        Entry.of(session.staff().actor(), "session.proven")
            .about(session.id())
            .from(attempt.origin()));
    tx.afterCommit(shown);
  }

  /// Whoever has this login begins anew: no failures, and no password that waits for its code.
  void forget(Tx tx, String login) {
    failures.forget(tx, new Attempt(login, ""), clock.instant());
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
    Attempt attempt = new Attempt(staff.login(), origin);
    Duration left = failures.left(tx, attempt, clock.instant());
    if (left.isPositive()) {
      return Optional.of(new Result.Wait(left));
    }
    if (!factors.spend(tx, staff.id(), staff, code, origin)) {
      return Optional.of(refusals.refuse(tx, attempt, "code"));
    }
    failures.forget(tx, attempt, clock.instant());
    return Optional.empty();
  }
}
