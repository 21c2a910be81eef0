package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.identity.Passkeys.Ceremony;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// What may be typed after the password: a code of the app, a recovery code, or, by who was given
/// leave to set up an app, the first code of that. Any thread that may block.
final class SecondFactors {
  private final Store store;
  private final StaffTable table;
  private final Passkeys passkeys;
  private final RecoveryCodes recovery;
  private final Enrolments enrolments;
  private final Audit audit;
  private final FactorNotices notices;
  private final InstantSource clock;

  SecondFactors(
      Store store,
      StaffTable table,
      Passkeys passkeys,
      RecoveryCodes recovery,
      Enrolments enrolments,
      Audit audit,
      FactorNotices notices,
      InstantSource clock) {
    this.store = store;
    this.table = table;
    this.passkeys = passkeys;
    this.recovery = recovery;
    this.enrolments = enrolments;
    this.audit = audit;
    this.notices = notices;
    this.clock = clock;
  }

  /// What `staff`, who gave the right password, may show next under the name `due`.
  Ways ways(Id due, Staff staff) {
    Id person = staff.id();
    boolean app = store.read(sql -> table.hasApp(sql, person));
    boolean any = store.read(sql -> hasAny(sql, person));
    return new Ways(
        app,
        store.read(sql -> RecoveryCodes.left(sql, person)) > 0,
        passkeys.toShow(Ceremony.SIGN_IN, due, staff),
        any ? Optional.empty() : enrolments.proposed(due).map(secret -> address(staff, secret)),
        !any);
  }

  static Secret address(Staff staff, Secret secret) {
    return secret.lend(octets -> Secret.copyOf(Totp.address(staff.login(), octets).toCharArray()));
  }

  /// Whether the person has a factor besides recovery codes.
  boolean hasAny(Sql sql, Id staff) {
    return table.hasApp(sql, staff) || PasskeyTable.count(sql, staff) > 0;
  }

  /// Uses up what `typed` is, if it lets in: in the same change as what it lets into.
  ///
  /// @param due the sign-in that waits, or the session that is to be proven
  boolean spend(Tx tx, Id due, Staff staff, String typed, String origin) {
    Optional<StaffTable.Factor> app = table.factor(tx, staff.id());
    OptionalLong step =
        app.map(factor ->
                factor.secret().lend(s -> Totp.match(s, typed, clock.instant(), factor.used())))
            .orElse(OptionalLong.empty());
    if (step.isPresent()) {
      table.use(tx, staff.id(), step.getAsLong());
      return true;
    }
    return enrol(tx, due, staff, typed, origin) || recovery.spend(tx, staff, typed, origin);
  }

  /// Whether the first code of an app is right that somebody without any factor has set up; it is
  /// kept then, and the leave ends.
  private boolean enrol(Tx tx, Id due, Staff staff, String typed, String origin) {
    if (hasAny(tx, staff.id())) {
      return false;
    }
    OptionalLong step = enrolments.match(tx, due, staff.id(), typed);
    Optional<Secret> secret = enrolments.proposed(due);
    if (step.isEmpty() || secret.isEmpty()) {
      return false;
    }
    table.setApp(tx, staff.id(), secret.get(), step.getAsLong());
    Enrolments.end(tx, staff.id());
    audit.record(
        tx,
        Entry.of(staff.actor(), "factor.added").about(staff.id()).from(origin).because("enrolled"));
    notices.tell(tx, staff.id(), Kind.ENROLLED);
    return true;
  }

  /// The person signed in from an address that is none of theirs.
  void tellElsewhere(Tx tx, Staff staff) {
    notices.tell(tx, staff.id(), Kind.ELSEWHERE);
  }

  /// Whether `typed` is the leave that `staff` was given; an app may then be set up under `due`.
  boolean maySetUp(Sql sql, Id due, Staff staff, String typed) {
    if (hasAny(sql, staff.id()) || !enrolments.holds(sql, staff.id(), typed)) {
      return false;
    }
    enrolments.propose(due);
    return true;
  }
}
