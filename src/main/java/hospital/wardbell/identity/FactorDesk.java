package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.FactorNotices.Kind;
import hospital.wardbell.store.Store;

/// Second factors for staff who have lost theirs: an administrator takes them all away and hands
/// over a code, by which the person sets up an app at the next sign-in. The administrator learns no
/// secret of that app, and the code is worth nothing without the password. Any thread that may
/// block.
public final class FactorDesk {
  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final Enrolments enrolments;
  private final FactorNotices notices;
  private final SignIn signIn;
  private final Sessions sessions;

  FactorDesk(
      Store store,
      StaffTable table,
      Audit audit,
      Enrolments enrolments,
      FactorNotices notices,
      SignIn signIn,
      Sessions sessions) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.enrolments = enrolments;
    this.notices = notices;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  /// Takes away the app, all passkeys and recovery codes, ends all sessions and sign-ins that wait,
  /// and forgets failed tries. The password stays.
  ///
  /// @param from the address on the LAN, or `cli`
  /// @return the enrolment code, good for a day and shown this once; a former one is void
  /// @throws IllegalArgumentException if nobody has this login
  public Secret reset(String login, Actor by, String from) {
    String known = Accounts.normal(login);
    return store.write(tx -> {
      Id staff =
          table
              .id(tx, known)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no account " + known + "."));
      table.takeApp(tx, staff);
      PasskeyTable.deleteAll(tx, staff);
      RecoveryCodes.deleteAll(tx, staff);
      signIn.forget(tx, known);
      sessions.endAll(tx, staff);
      audit.record(tx, Entry.of(by, "staff.factors-reset").about(staff).from(from));
      notices.tell(tx, staff, Kind.RESET);
      return enrolments.grant(tx, staff);
    });
  }
}
