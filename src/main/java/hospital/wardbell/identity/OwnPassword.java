package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A new password of a person's own choice, by whoever knows the present one and has proven shortly
/// before who it is. The person's other sessions end with the former, and a link to choose one is
/// void. Any thread that may block.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md#v6-2-3 OWASP
///   ASVS 5.0.0 6.2.3
public final class OwnPassword {
  /// How it ended.
  public sealed interface Result {
    record Changed() implements Result {}

    /// The present password is another; counted as at sign-in.
    record Wrong() implements Result {}

    /// The new one was not typed the same way twice.
    record Unlike() implements Result {}

    /// Another must be chosen.
    record Unfit(PasswordPolicy.Problem why) implements Result {}

    /// Too many tries; try again after this long.
    record Wait(Duration left) implements Result {}

    /// It is the hospital's directory's, and is changed there.
    record Elsewhere() implements Result {}

    /// The session has ended meanwhile.
    record Ended() implements Result {}
  }

  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Store store;
  private final Audit audit;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Sessions sessions;
  private final FactorNotices notices;
  private final PasswordDesk desk;
  private final Supplier<String> hospital;
  private final PasswordPolicy policy = new PasswordPolicy();

  /// @param hospital its name, which is no part of a password
  OwnPassword(
      Store store,
      Audit audit,
      Passwords passwords,
      SignIn signIn,
      Sessions sessions,
      FactorNotices notices,
      PasswordDesk desk,
      Supplier<String> hospital) {
    this.store = store;
    this.audit = audit;
    this.passwords = passwords;
    this.signIn = signIn;
    this.sessions = sessions;
    this.notices = notices;
    this.desk = desk;
    this.hospital = hospital;
  }

  /// @param again the new one, typed a second time
  public Result change(
      Session session, Secret present, Secret password, Secret again, String origin) {
    Staff staff = session.staff();
    if (store.read(sql -> ElsewhereTable.isOne(sql, staff.id()))) {
      return new Result.Elsewhere();
    }
    if (!password.equals(again)) {
      return new Result.Unlike();
    }
    Optional<PasswordPolicy.Problem> unfit =
        policy.problem(password, List.of("Wardbell", hospital.get(), staff.login(), staff.name()));
    if (unfit.isPresent()) {
      return new Result.Unfit(unfit.get());
    }
    return switch (signIn.password(staff.login(), present, origin)) {
      case SignIn.Result.CodeDue _ -> keep(session, password, origin);
      case SignIn.Result.Wait(Duration left) -> new Result.Wait(left);
      case SignIn.Result.Refused _, SignIn.Result.Welcome _ -> new Result.Wrong();
    };
  }

  private Result keep(Session session, Secret password, String origin) {
    Optional<String> kept = passwords.inTurn(() -> passwords.stretch(password));
    if (kept.isEmpty()) {
      return new Result.Wait(BUSY);
    }
    Result result = store.write(tx -> keep(tx, session, kept.get(), origin));
    desk.count();
    return result;
  }

  /// If the session runs still: what ended it, such as another's new password, may have voided what
  /// was shown.
  private Result keep(Tx tx, Session session, String kept, String origin) {
    Staff staff = session.staff();
    signIn.forgetPending(tx, staff.login()); // the right password waits for no code
    if (!SessionTable.isThere(tx, session.id())) {
      return new Result.Ended();
    }
    StaffTable.password(tx, staff.id(), kept);
    LinkTable.drop(tx, staff.id());
    sessions.endOthers(tx, session, origin, "password");
    audit.record(
        tx, Entry.of(staff.actor(), "staff.password-changed").about(staff.id()).from(origin));
    notices.tell(tx, staff.id(), Kind.PASSWORD_CHANGED);
    return new Result.Changed();
  }
}
