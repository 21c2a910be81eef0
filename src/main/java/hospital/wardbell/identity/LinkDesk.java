package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Unlawful.Rule;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One-time links that administrators give people: to open a new account, or to choose a new
/// password. Who gives one never learns the password, and a reset needs the person's second factor
/// as well. Any thread that may block.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md#v6-4-6 OWASP
///   ASVS 5.0.0 6.4.6
public final class LinkDesk {
  public static final Duration INVITATION = Duration.ofDays(3);
  public static final Duration RESET = Duration.ofDays(1);

  /// A link that was just made.
  ///
  /// @param code shown this once and not kept
  /// @param invitation whether it opens an account; else it lets choose a new password
  public record Issued(Staff staff, Secret code, boolean invitation, Instant ends) {}

  private final Store store;
  private final StaffTable table;
  private final Accounts accounts;
  private final LinkTable links;
  private final Audit audit;
  private final InstantSource clock;

  LinkDesk(
      Store store,
      StaffTable table,
      Accounts accounts,
      LinkTable links,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.table = table;
    this.accounts = accounts;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /// Makes an account that nothing opens but the link.
  ///
  /// @throws Unlawful if the login is taken or something is not lawful
  public Issued invite(NewStaff person, Actor by, String origin) {
    Staff staff = Accounts.lawful(person);
    return store.write(tx -> {
      accounts.insert(tx, staff, Passwords.NONE, Totp.newSecret());
      StandingTable.unopened(tx, staff.id(), true);
      audit.record(
          tx,
          Entry.of(by, "staff.invited")
              .about(staff.id())
              .from(origin)
              .because(Accounts.named(staff.roles())));
      return issue(tx, staff, LinkTable.Kind.INVITATION);
    });
  }

  /// A new link, and the former is void: an invitation for whoever has not opened the account yet,
  /// for the others one to choose a new password. Until it is used all stays as it is.
  ///
  /// @throws Unlawful if there is no such account, it is disabled, or it is one's own
  public Issued renew(Id person, Actor by, String origin) {
    Unlawful.unless(!by.is(person), Rule.OWN);
    return store.write(tx -> {
      Staff staff = table.find(tx, person).orElseThrow(() -> new Unlawful(Rule.ABSENT));
      Unlawful.unless(!ElsewhereTable.isOne(tx, person), Rule.ELSEWHERE);
      return switch (StandingTable.of(tx, person).orElseThrow()) {
        case DISABLED -> throw new Unlawful(Rule.DISABLED);
        case INVITED -> {
          record(tx, by, "staff.invited-again", staff, origin);
          yield issue(tx, staff, LinkTable.Kind.INVITATION);
        }
        case OPEN -> {
          record(tx, by, "staff.reset-begun", staff, origin);
          yield issue(tx, staff, LinkTable.Kind.RESET);
        }
      };
    });
  }

  private void record(Tx tx, Actor by, String act, Staff staff, String origin) {
    audit.record(tx, Entry.of(by, act).about(staff.id()).from(origin));
  }

  private Issued issue(Tx tx, Staff staff, LinkTable.Kind kind) {
    boolean invitation = kind == LinkTable.Kind.INVITATION;
    Instant ends = clock.instant().plus(invitation ? INVITATION : RESET);
    Secret code = links.put(tx, new LinkTable.Kept(Id.random(), staff.id(), kind, ends));
    return new Issued(staff, code, invitation, ends);
  }
}
