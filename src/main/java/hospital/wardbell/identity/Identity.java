package hospital.wardbell.identity;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindRows;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// The identity parts of one home, joined.
public final class Identity implements AutoCloseable {
  /// All about second factors but what signs in, and the own password.
  private record OwnFactors(
      Factors factors,
      Passkeys passkeys,
      FactorNotices notices,
      FactorDesk desk,
      OwnPassword password,
      PasskeyRule rule) {}

  /// What people were taught, and who asks for it.
  private record Taught(Training training, TrainingReport report) {}

  private final Accounts accounts;
  private final PasswordDesk passwordDesk;
  private final SignIn signIn;
  private final StepUp stepUp;
  private final Sessions sessions;
  private final SessionDesk sessionDesk;
  private final ScreenLock screenLock;
  private final Tokens tokens;
  private final OwnFactors own;
  private final Taught taught;
  private final StaffRealm realm;
  private final BlindRows failures;
  private final LinkDesk links;
  private final Admission admission;
  private final PeopleDesk people;
  private final BreakGlass breakGlass;
  private final OffBoardingDesk offBoarding;
  private final ElsewhereDesk elsewhere;

  private Identity(
      Accounts accounts,
      PasswordDesk passwordDesk,
      SignIn signIn,
      StepUp stepUp,
      Sessions sessions,
      SessionDesk sessionDesk,
      ScreenLock screenLock,
      Tokens tokens,
      OwnFactors own,
      Taught taught,
      StaffRealm realm,
      BlindRows failures,
      LinkDesk links,
      Admission admission,
      PeopleDesk people,
      OffBoardingDesk offBoarding,
      BreakGlass breakGlass,
      ElsewhereDesk elsewhere) {
    this.accounts = accounts;
    this.passwordDesk = passwordDesk;
    this.signIn = signIn;
    this.stepUp = stepUp;
    this.sessions = sessions;
    this.sessionDesk = sessionDesk;
    this.screenLock = screenLock;
    this.tokens = tokens;
    this.own = own;
    this.taught = taught;
    this.realm = realm;
    this.failures = failures;
    this.links = links;
    this.admission = admission;
    this.people = people;
    this.breakGlass = breakGlass;
    this.offBoarding = offBoarding;
    this.elsewhere = elsewhere;
  }

  public static Identity of(
      Store store,
      Vault vault,
      Audit audit,
      Settings settings,
      Alerts alerts,
      InstantSource clock) {
    StaffTable staff = new StaffTable(vault);
    Passwords passwords =
        new Passwords(
            () -> store.read(StaffTable::passwords).stream().anyMatch(Pbkdf2Password::isOne));
    Training training = new Training(store, audit, new TrainingRule(settings), clock);
    StaffRealm realm = new StaffRealm(store, staff, passwords, training::maySend);
    GlassTable glassTable = new GlassTable(vault);
    OpenGlass glass = new OpenGlass(store, glassTable, audit, clock);
    Sessions sessions = new Sessions(store, staff, vault, audit, settings, clock, glass);
    Failures failures = new Failures(vault);
    FactorNotices notices = new FactorNotices(store, clock);
    PasskeyTable keys = new PasskeyTable(vault);
    Passkeys passkeys = new Passkeys(store, keys, audit, notices, sessions, clock);
    PasskeyRule rule = new PasskeyRule(store, passkeys, settings);
    RecoveryCodes recovery = new RecoveryCodes(vault, audit, notices);
    Enrolments enrolments = new Enrolments(vault, clock);
    SecondFactors factors =
        new SecondFactors(store, staff, passkeys, recovery, enrolments, audit, notices, clock);
    SignIn signIn =
        new SignIn(
            store, staff, audit, clock, realm, passwords, failures, sessions, factors, passkeys,
            rule);
    LinkTable links = new LinkTable(vault);
    Accounts accounts = new Accounts(store, staff, audit, clock, passwords);
    StepUp stepUp = new StepUp(signIn, passkeys, clock);
    GlassReviews reviews = new GlassReviews(store, glassTable, audit, alerts, clock);
    PasswordDesk desk = new PasswordDesk(store, staff, audit, passwords, signIn, sessions);
    PeopleDesk people = new PeopleDesk(store, staff, audit, clock, signIn, sessions);
    return new Identity(
        accounts,
        desk,
        signIn,
        stepUp,
        sessions,
        new SessionDesk(store, staff, sessions),
        new ScreenLock(store, audit, clock, realm, passwords, sessions, passkeys),
        new Tokens(store, audit, clock),
        new OwnFactors(
            new Factors(store, staff, keys, recovery, audit, notices, sessions, rule, clock),
            passkeys,
            notices,
            new FactorDesk(store, staff, audit, enrolments, notices, signIn, sessions),
            new OwnPassword(
                store,
                audit,
                passwords,
                signIn,
                sessions,
                notices,
                desk,
                () -> settings.text(Settings.Key.HOSPITAL_NAME)),
            rule),
        new Taught(training, new TrainingReport(store, staff, training, settings, audit)),
        realm,
        new PassingFailures(store, vault, clock),
        new LinkDesk(store, staff, accounts, links, audit, clock),
        new Admission(
            store,
            staff,
            links,
            audit,
            clock,
            passwords,
            failures,
            signIn,
            sessions,
            desk,
            () -> settings.text(Settings.Key.HOSPITAL_NAME)),
        people,
        new OffBoardingDesk(store, staff, audit, clock, signIn, sessions),
        new BreakGlass(store, audit, settings, alerts, realm, stepUp, clock, glass, reviews),
        new ElsewhereDesk(store, staff, accounts, people, realm, audit));
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

  public OffBoardingDesk offBoarding() {
    return offBoarding;
  }

  public BreakGlass breakGlass() {
    return breakGlass;
  }

  /// Staff of the hospital's directory.
  public ElsewhereDesk elsewhere() {
    return elsewhere;
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

  public SessionDesk sessionDesk() {
    return sessionDesk;
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

  public OwnPassword ownPassword() {
    return own.password();
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

  /// Whether Shiro grants it; what is of a team, for one team at least. Who must add a passkey
  /// first may do nothing else.
  public boolean permits(Staff staff, Permission permission) {
    return realm.permits(staff, permission)
        && (permission == Permission.UNLOCK
            || permission == Permission.ENROL
            || !mustAddPasskey(staff));
  }

  /// The teams for whose data Shiro grants it; none if it is of no team.
  public Sight sight(Staff staff, Permission permission) {
    Sight granted = realm.sight(staff, permission);
    return !granted.teams().isEmpty() && mustAddPasskey(staff) ? Sight.NOTHING : granted;
  }

  /// Whether a passkey is asked of the person, who has none.
  public boolean mustAddPasskey(Staff staff) {
    return own.rule().mustAdd(staff);
  }

  /// Ends its loop.
  @Override
  public void close() {
    breakGlass.close();
  }
}
