package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Unlawful.Rule;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Staff accounts and teams. Any thread.
public final class Accounts {
  /// What is known of a new person.
  public record NewStaff(
      String login, String name, Set<Role> roles, List<Id> teams, String language) {
    public NewStaff {
      roles = Set.copyOf(roles);
      teams = List.copyOf(teams);
    }
  }

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9._@-]{1,64}");
  private static final Set<String> LANGUAGES = Set.of("en", "es");
  static final int LONGEST_NAME = 100;

  private final Store store;
  private final StaffTable table;
  private final Audit audit;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Id frontDesk;
  // A name never changes, and there are no more than the hospital has staff.
  private final Map<Id, String> names = new ConcurrentHashMap<>();

  public Accounts(Store store, Vault vault, Audit audit, InstantSource clock) {
    this(store, new StaffTable(vault), audit, clock, new Passwords());
  }

  Accounts(Store store, StaffTable table, Audit audit, InstantSource clock, Passwords passwords) {
    this.store = store;
    this.table = table;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.frontDesk =
        store.read(TeamTable::frontDesk).orElseGet(() -> frontDesk(store, audit, clock));
  }

  private static Id frontDesk(Store store, Audit audit, InstantSource clock) {
    Id team = Id.random();
    store.change(tx -> {
      TeamTable.insert(tx, team, "Front desk", true, clock.instant());
      audit.record(tx, Entry.of(new Actor.Wardbell("identity"), "team.added").about(team));
    });
    return team;
  }

  /// @throws Unlawful if the login is taken or something is not lawful; says which
  public Enrolment add(NewStaff person, Actor by) {
    Staff staff = lawful(person);
    Secret password = Secret.copyOf(FirstPassword.random().toCharArray());
    String stretched =
        passwords.inTurn(() -> passwords.stretch(password)).orElseThrow(Accounts::busy);
    byte[] totp = Totp.newSecret();
    store.change(tx -> {
      insert(tx, staff, stretched, totp);
      audit.record(tx, Entry.of(by, "staff.added").about(staff.id()).because(named(staff.roles())));
    });
    Secret otpauth = Secret.copyOf(Totp.address(staff.login(), totp).toCharArray());
    return new Enrolment(staff, password, otpauth);
  }

  /// A row of somebody new.
  ///
  /// @throws Unlawful if the login is taken, or a team is not there
  void insert(Tx tx, Staff staff, String password, byte[] totp) {
    Unlawful.unless(table.id(tx, staff.login()).isEmpty(), Rule.TAKEN);
    Unlawful.unless(staff.teams().stream().allMatch(t -> TeamTable.exists(tx, t)), Rule.TEAM);
    table.insert(tx, staff, password, totp, clock.instant());
  }

  /// As the record has them.
  static String named(Collection<Role> roles) {
    return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
  }

  /// A person of that description, with an id.
  ///
  /// @throws Unlawful if something in it is not lawful
  static Staff lawful(NewStaff person) {
    String login = normal(person.login());
    String name = person.name().strip();
    Unlawful.unless(LOGIN.matcher(login).matches(), Rule.LOGIN);
    Unlawful.unless(!name.isEmpty() && name.length() <= LONGEST_NAME, Rule.NAME);
    lawful(person.roles());
    Unlawful.unless(LANGUAGES.contains(person.language()), Rule.LANGUAGE);
    return new Staff(
        Id.random(),
        login,
        name,
        person.roles(),
        person.teams().stream().distinct().toList(),
        person.language());
  }

  /// Whether one person may hold these together, asked whenever somebody is to.
  ///
  /// @throws Unlawful if not
  static void lawful(Set<Role> roles) {
    Unlawful.unless(!roles.isEmpty(), Rule.ROLE);
    Unlawful.unless(Duty.together(roles), Rule.APART);
  }

  private static void require(boolean lawful, String rule) {
    if (!lawful) {
      throw new IllegalArgumentException(rule);
    }
  }

  private static IllegalStateException busy() {
    return new IllegalStateException(
        "Too many people are signing in just now. No account was made; try again in a minute.");
  }

  /// The one spelling of a login that all who mean the same share.
  static String normal(String login) {
    return login.strip().toLowerCase(Locale.ROOT);
  }

  public Optional<Staff> find(Id staff) {
    return store.read(sql -> table.find(sql, staff));
  }

  public Optional<Staff> find(String login) {
    return store.read(sql -> table.find(sql, normal(login)));
  }

  /// The names of staff by id, for pages that show who did something.
  public Optional<String> name(Id staff) {
    return Optional.ofNullable(names.get(staff))
        .or(() -> {
          Optional<String> name = find(staff).map(Staff::name);
          name.ifPresent(found -> names.put(staff, found));
          return name;
        });
  }

  /// Makes a team; a conversation belongs to one.
  ///
  /// @throws IllegalArgumentException if the name is taken or not lawful; says which
  public Id addTeam(String name, Actor by) {
    String given = name.strip();
    require(
        !given.isEmpty() && given.length() <= LONGEST_NAME,
        "A team's name has 1 to " + LONGEST_NAME + " characters.");
    Id team = Id.random();
    store.change(tx -> {
      require(!TeamTable.isTaken(tx, given), "There is a team of this name already.");
      TeamTable.insert(tx, team, given, false, clock.instant());
      audit.record(tx, Entry.of(by, "team.added").about(team));
    });
    return team;
  }

  /// What each team is called.
  public Map<Id, String> teams() {
    return store.read(TeamTable::names);
  }

  /// The team that owns what nobody else does; made with the database.
  public Id frontDesk() {
    return frontDesk;
  }
}
