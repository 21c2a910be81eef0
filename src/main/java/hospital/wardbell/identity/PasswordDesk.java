package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.util.List;

/// New passwords for staff whose own are lost, or were kept by a means that this build has not. Any
/// thread that may block.
///
/// One-time codes stay as they are: a password that somebody gives lets nobody in but its owner.
public final class PasswordDesk {
  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final Passwords passwords;
  private final SignIn signIn;
  private final Sessions sessions;
  // Pages ask, so it is counted only when it may have changed. No other process writes accounts.
  private volatile int stranded;

  PasswordDesk(
      Store store,
      StaffTable table,
      Audit audit,
      Passwords passwords,
      SignIn signIn,
      Sessions sessions) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.passwords = passwords;
    this.signIn = signIn;
    this.sessions = sessions;
    count();
  }

  /// To be called when somebody's password was kept anew.
  void count() {
    List<String> kept = store.read(StaffTable::passwords);
    stranded = (int) kept.stream().filter(password -> !Passwords.checks(password)).count();
  }

  /// How many accounts this build opens by no password: theirs was kept by Argon2id, and the
  /// validated module has none.
  public int stranded() {
    return stranded;
  }

  /// Puts a password made by chance in the place of the one that is kept, and ends what the former
  /// opened: sessions, and sign-ins that wait for their code. Failed tries are forgotten.
  ///
  /// @throws IllegalArgumentException if nobody has this login
  public Secret give(String login, Actor by) {
    Secret password = Secret.copyOf(FirstPassword.random().toCharArray());
    String stretched =
        passwords
            .inTurn(() -> passwords.stretch(password))
            .orElseThrow(() ->
                new IllegalStateException(
                    "Too many people are signing in just now. Nothing was changed; try again in a minute."));
    String known = Accounts.normal(login);
    store.change(tx -> {
      Id staff =
          table
              .id(tx, known)
              .orElseThrow(
                  () -> new IllegalArgumentException("There is no account " + known + "."));
      Unlawful.unless(!ElsewhereTable.isOne(tx, staff), Unlawful.Rule.ELSEWHERE);
      StaffTable.password(tx, staff, stretched);
      signIn.forget(tx, known);
      sessions.endAll(tx, staff);
      audit.record(tx, Entry.of(by, "staff.password-given").about(staff).from("cli"));
    });
    count();
    return password;
  }
}
