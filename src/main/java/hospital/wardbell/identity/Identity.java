package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindRows;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// The identity parts of one home, joined.
public final class Identity {
  /// All about second factors but what signs in.
  private record OwnFactors(
      Factors factors, Passkeys passkeys, FactorNotices notices, FactorDesk desk) {}

  /// What people were taught, and who asks for it.
  private record Taught(Training training, TrainingReport report) {}

  private final Accounts accounts;
  private final PasswordDesk passwordDesk;
  private final SignIn signIn;
  private final StepUp stepUp;
  private final Sessions sessions;
  private final ScreenLock screenLock;
  private final Tokens tokens;
  private final OwnFactors own;
  private final Taught taught;
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
      ScreenLock screenLock,
      Tokens tokens,
      OwnFactors own,
      Taught taught,
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
    this.screenLock = screenLock;
    this.tokens = tokens;
    this.own = own;
    this.taught = taught;
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
    Training training = new Training(store, audit, new TrainingRule(settings), clock);
    StaffRealm realm = new StaffRealm(store, staff, passwords, training::maySend);
    Sessions sessions = new Sessions(store, staff, audit, clock);
    Failures failures = new Failures(vault);
    FactorNotices notices = new FactorNotices(store, clock);
    PasskeyTable keys = new PasskeyTable(vault);
    Passkeys passkeys = new Passkeys(store, keys, audit, notices, clock);
    RecoveryCodes recovery = new RecoveryCodes(vault, audit, notices);
    Enrolments enrolments = new Enrolments(vault, clock);
    SecondFactors factors =
        new SecondFactors(store, staff, passkeys, recovery, enrolments, audit, notices, clock);
    SignIn signIn =
        new SignIn(
            store, staff, audit, clock, realm, passwords, failures, sessions, factors, passkeys);
    Accounts accounts = new Accounts(store, staff, audit, clock, passwords);
    PasswordDesk desk = new PasswordDesk(store, staff, audit, passwords, signIn, sessions);
    return new Identity(
        accounts,
        desk,
        signIn,
        new StepUp(signIn, passkeys, clock),
        sessions,
        new ScreenLock(store, audit, clock, realm, passwords, sessions),
        new Tokens(store, audit, clock),
        new OwnFactors(
            new Factors(store, staff, keys, recovery, audit, notices, clock),
            passkeys,
            notices,
            new FactorDesk(store, staff, audit, enrolments, notices, signIn, sessions)),
        new Taught(training, new TrainingReport(store, staff, training, settings, audit)),
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

  public ScreenLock screenLock() {
    return screenLock;
  }

  public Tokens tokens() {
    return tokens;
  }

  /// Apps, passkeys and recovery codes, as their owners see them.
  public Factors factors() {
    return own.factors();
  }

  public Passkeys passkeys() {
    return own.passkeys();
  }

  public FactorNotices notices() {
    return own.notices();
  }

  public FactorDesk factorDesk() {
    return own.desk();
  }

  public Training training() {
    return taught.training();
  }

  public TrainingReport trainingReport() {
    return taught.report();
  }

  /// Whether Shiro grants it; what is of a team, for one team at least.
  public boolean permits(Staff staff, Permission permission) {
    return realm.permits(staff, permission);
  }

  /// The teams for whose data Shiro grants it; none if it is of no team.
  public Sight sight(Staff staff, Permission permission) {
    return realm.sight(staff, permission);
  }
}
