package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindRows;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// The identity parts of one home, joined.
public final class Identity {
  private final Accounts accounts;
  private final PasswordDesk passwordDesk;
  private final SignIn signIn;
  private final StepUp stepUp;
  private final Sessions sessions;
  private final Tokens tokens;
  private final StaffRealm realm;
  private final BlindRows failures;
  private final LinkDesk links;
  private final Admission admission;
  private final PeopleDesk people;

  private Identity(
      Accounts accounts,
      PasswordDesk passwordDesk,
      SignIn signIn,
      StepUp stepUp,
      Sessions sessions,
      Tokens tokens,
      StaffRealm realm,
      BlindRows failures,
      LinkDesk links,
      Admission admission,
      PeopleDesk people) {
    this.accounts = accounts;
    this.passwordDesk = passwordDesk;
    this.signIn = signIn;
    this.stepUp = stepUp;
    this.sessions = sessions;
    this.tokens = tokens;
    this.realm = realm;
    this.failures = failures;
    this.links = links;
    this.admission = admission;
    this.people = people;
  }

  public static Identity of(
      Store store, Vault vault, Audit audit, Settings settings, InstantSource clock) {
    StaffTable staff = new StaffTable(vault);
    Passwords passwords =
        new Passwords(
            () -> store.read(StaffTable::passwords).stream().anyMatch(Pbkdf2Password::isOne));
    StaffRealm realm = new StaffRealm(store, staff, passwords);
    Sessions sessions = new Sessions(store, staff, audit, clock);
    Failures failures = new Failures(vault);
    SignIn signIn = new SignIn(store, staff, audit, clock, realm, passwords, failures, sessions);
    Accounts accounts = new Accounts(store, staff, audit, clock, passwords);
    PasswordDesk desk = new PasswordDesk(store, staff, audit, passwords, signIn, sessions);
    return new Identity(
        accounts,
        desk,
        signIn,
        new StepUp(signIn, clock),
        sessions,
        new Tokens(store, audit, clock),
        realm,
        new PassingFailures(store, vault, clock),
        new LinkDesk(store, staff, accounts, audit, clock),
        new Admission(
            store,
            staff,
            audit,
            clock,
            passwords,
            failures,
            signIn,
            sessions,
            desk,
            () -> settings.text(Settings.Key.HOSPITAL_NAME)),
        new PeopleDesk(store, staff, audit, clock, signIn, sessions));
  }

  /// Failed sign-ins, for when the index key is changed.
  public BlindRows blindRows() {
    return failures;
  }

  public Accounts accounts() {
    return accounts;
  }

  public PasswordDesk passwordDesk() {
    return passwordDesk;
  }

  public LinkDesk links() {
    return links;
  }

  public Admission admission() {
    return admission;
  }

  public PeopleDesk people() {
    return people;
  }

  public SignIn signIn() {
    return signIn;
  }

  public StepUp stepUp() {
    return stepUp;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Tokens tokens() {
    return tokens;
  }

  /// Whether Shiro grants it.
  public boolean permits(Staff staff, Permission permission) {
    return realm.permits(staff, permission);
  }
}
