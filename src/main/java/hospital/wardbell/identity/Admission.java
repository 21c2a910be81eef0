package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.PendingAdmissions.Held;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The use of a one-time link, in two steps: its code, then a password of the person's own choice
/// with a one-time code.
///
/// The first step uses nothing up. Of two who have done it with the same link the one who does the
/// second first comes in; for the other it is void. A link that is unknown, used, void or too old
/// is refused with the same answer. Any thread that may block.
public final class Admission {
  /// What the person is shown to choose a password by.
  ///
  /// @param pending names this try, for half an hour
  /// @param otpauth the secret for one-time codes, as authenticator apps read it; empty if the
  ///   person has one and keeps it
  public record Shown(Id pending, String login, Optional<Secret> otpauth) {}

  /// How a step ended.
  public sealed interface Result {
    /// The link is good.
    record Due(Shown shown) implements Result {}

    /// Another password must be chosen.
    record Unfit(Shown shown, PasswordPolicy.Problem why) implements Result {}

    /// The password was not typed the same way twice.
    record Unlike(Shown shown) implements Result {}

    /// The one-time code is not that of the moment.
    record WrongCode(Shown shown) implements Result {}

    /// The account is open, and the person signed in.
    record Welcome(SignIn.Result.Welcome signedIn) implements Result {}

    /// The person has a new password, and all sessions have ended.
    record Changed() implements Result {}

    /// No such link, or not any more; nobody learns which.
    record Refused() implements Result {}

    /// Too many tries; try again after this long.
    record Wait(Duration left) implements Result {}

    /// As [Wait], and the link is still good.
    record Later(Shown shown, Duration left) implements Result {}
  }

  private static final Result REFUSED = new Result.Refused();
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final Actor NOBODY_YET = new Actor.Wardbell("admission");
  private static final long NONE_USED = 0;

  private final Store store;
  private final StaffTable table;
  private final LinkTable links;
  private final Audit audit;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Failures failures;
  private final SignIn signIn;
  private final Sessions sessions;
  private final PasswordDesk desk;
  private final Supplier<String> hospital;
  private final PasswordPolicy policy = new PasswordPolicy();
  private final PendingAdmissions pending = new PendingAdmissions();

  /// @param hospital its name, which is no part of a password
  Admission(
      Store store,
      StaffTable table,
      LinkTable links,
      Audit audit,
      InstantSource clock,
      Passwords passwords,
      Failures failures,
      SignIn signIn,
      Sessions sessions,
      PasswordDesk desk,
      Supplier<String> hospital) {
    this.store = store;
    this.table = table;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.failures = failures;
    this.signIn = signIn;
    this.sessions = sessions;
    this.desk = desk;
    this.hospital = hospital;
  }

  /// @param code of the link, however it was typed
  public Result begin(String code, String origin) {
    Duration left = store.read(sql -> failures.left(sql, origin, clock.instant()));
    return left.isPositive()
        ? new Result.Wait(left)
        : store.write(tx ->
            links
                .find(tx, code)
                .filter(link -> clock.instant().isBefore(link.ends()))
                .map(link -> due(tx, link, origin))
                .orElseGet(() -> refuse(tx, origin)));
  }

  private Result due(Tx tx, LinkTable.Kept link, String origin) {
    Staff staff = table.find(tx, link.staff()).orElseThrow();
    audit.record(tx, Entry.of(NOBODY_YET, "staff.link-shown").about(staff.id()).from(origin));
    Instant now = clock.instant();
    Id name = pending.add(link, staff, now);
    return new Result.Due(shown(name, pending.find(name, now).orElseThrow()));
  }

  private static Shown shown(Id name, Held held) {
    return new Shown(
        name,
        held.staff().login(),
        held.isInvitation()
            ? Optional.of(
                held.totp()
                    .lend(s -> Secret.copyOf(Totp.address(held.staff().login(), s).toCharArray())))
            : Optional.empty());
  }

  private Result refuse(Tx tx, String origin) {
    failures.add(tx, origin, clock.instant());
    audit.record(tx, Entry.of(NOBODY_YET, "staff.link-refused").from(origin));
    return REFUSED;
  }

  /// @param shown the name of the try, as [#begin] gave it
  /// @param password the person's choice
  /// @param again the same, typed a second time
  /// @param code one-time, by the secret that was shown or the person has
  public Result finish(Id shown, Secret password, Secret again, String code, String origin) {
    return pending
        .find(shown, clock.instant())
        .map(held ->
            password.equals(again)
                ? finish(shown(shown, held), held, password, code, origin)
                : new Result.Unlike(shown(shown, held)))
        .orElse(REFUSED);
  }

  private Result finish(Shown shown, Held held, Secret password, String code, String origin) {
    Optional<PasswordPolicy.Problem> unfit = policy.problem(password, about(held.staff()));
    if (unfit.isPresent()) {
      return new Result.Unfit(shown, unfit.orElseThrow());
    }
    if (held.isInvitation() && step(held, code).isEmpty()) {
      return new Result.WrongCode(shown);
    }
    Attempt attempt = new Attempt(held.staff().login(), origin);
    Duration left = store.read(sql -> failures.left(sql, attempt, clock.instant()));
    if (left.isPositive()) {
      return new Result.Later(shown, left);
    }
    Optional<String> kept = passwords.inTurn(() -> passwords.stretch(password));
    if (kept.isEmpty()) {
      return new Result.Later(shown, BUSY);
    }
    Result result = store.write(tx -> use(tx, shown, held, kept.orElseThrow(), code, origin));
    desk.count();
    return result;
  }

  private List<String> about(Staff staff) {
    return List.of("Wardbell", hospital.get(), staff.login(), staff.name());
  }

  private OptionalLong step(Held held, String code) {
    return held.totp().lend(s -> Totp.match(s, code, clock.instant(), NONE_USED));
  }

  /// In one change from looking whether the link is there to taking it away, so that it is used
  /// once. A disabled person has none.
  private Result use(Tx tx, Shown shown, Held held, String kept, String code, String origin) {
    if (!LinkTable.holds(tx, held.link().id(), clock.instant())) {
      return refuse(tx, origin);
    }
    return held.isInvitation()
        ? open(tx, shown, held, kept, code, origin)
        : change(tx, shown, held, kept, code, origin);
  }

  private Result open(Tx tx, Shown shown, Held held, String kept, String code, String origin) {
    OptionalLong step = step(held, code);
    if (step.isEmpty()) {
      return new Result.WrongCode(shown);
    }
    Id person = held.staff().id();
    take(tx, held, kept);
    table.setApp(tx, person, held.totp(), step.getAsLong());
    StandingTable.unopened(tx, person, false);
    Staff staff = table.find(tx, person).orElseThrow();
    audit.record(tx, Entry.of(staff.actor(), "staff.opened").about(person).from(origin));
    return new Result.Welcome(sessions.open(tx, staff, origin));
  }

  private Result change(Tx tx, Shown shown, Held held, String kept, String code, String origin) {
    Optional<SignIn.Result> doubt = signIn.doubt(tx, held.staff(), code, origin);
    if (doubt.isPresent()) {
      return doubt.orElseThrow() instanceof SignIn.Result.Wait(var left)
          ? new Result.Later(shown, left)
          : new Result.WrongCode(shown);
    }
    Staff staff = held.staff();
    take(tx, held, kept);
    sessions.endAll(tx, staff.id());
    signIn.forgetPending(tx, staff.login());
    audit.record(tx, Entry.of(staff.actor(), "staff.reset").about(staff.id()).from(origin));
    return new Result.Changed();
  }

  private void take(Tx tx, Held held, String kept) {
    LinkTable.drop(tx, held.staff().id());
    StaffTable.password(tx, held.staff().id(), kept);
    tx.afterCommit(() -> pending.forget(held.link().id()));
  }
}
