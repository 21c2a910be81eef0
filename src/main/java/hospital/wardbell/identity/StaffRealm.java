package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import hospital.wardbell.identity.StaffTable.Known;
import hospital.wardbell.store.Store;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.IncorrectCredentialsException;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.PasswordMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.ImmutablePrincipalCollection;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;

/// Shiro's view of our staff: whether a password is right and what a person may do.
///
/// It is asked directly, with the person as an argument. There is no Shiro subject, session or
/// cache, and nothing is bound to a thread: a page runs on a virtual thread that has just begun.
final class StaffRealm extends AuthorizingRealm {
  private static final String NAME = "staff";

  private final Store store;
  private final StaffTable table;
  private volatile Elsewhere elsewhere = Elsewhere.nowhere();
  private final Predicate<Staff> maySend;

  /// @param maySend whether somebody whose roles send may do so as well, by what they were taught
  StaffRealm(Store store, StaffTable table, Passwords passwords, Predicate<Staff> maySend) {
    this.store = store;
    this.table = table;
    this.maySend = maySend;
    setName(NAME);
    setCachingEnabled(false);
    setCredentialsMatcher(new Matcher(passwords));
  }

  /// From now on `others` is asked for the passwords that are not kept here.
  void ask(Elsewhere others) {
    elsewhere = others;
  }

  Elsewhere elsewhere() {
    return elsewhere;
  }

  /// The person with this login and password. Stretches one password and asks elsewhere once,
  /// whether or not there is such a login, and wherever its password is kept.
  Optional<Staff> authenticate(String login, Secret password) {
    Optional<Staff> here = byOwnPassword(login, password);
    Optional<Staff> named = store.read(sql -> table.known(sql, login)).map(Known::staff);
    Optional<String> entry =
        named.flatMap(staff -> store.read(sql -> ElsewhereTable.entry(sql, staff.id())));
    boolean right = elsewhere.isRight(entry, password);
    return entry.isPresent() ? named.filter(_ -> right) : here;
  }

  private Optional<Staff> byOwnPassword(String login, Secret password) {
    UsernamePasswordToken token = new UsernamePasswordToken(login, Passwords.characters(password));
    try {
      return Optional.ofNullable(getAuthenticationInfo(token))
          .map(info -> info.getPrincipals().oneByType(Staff.class));
    } catch (IncorrectCredentialsException e) {
      return Optional.empty();
    } finally {
      token.clear();
    }
  }

  /// Whether the person may do it at all; what is of a team, for one team at least.
  boolean permits(Staff staff, Permission permission) {
    return permission.isOfTeam()
        ? !sight(staff, permission).teams().isEmpty()
        : isPermitted(principals(staff), permission.wildcard());
  }

  /// The teams for whose data the person may do it.
  Sight sight(Staff staff, Permission permission) {
    PrincipalCollection person = principals(staff);
    return permission.isOfTeam()
        ? new Sight(
            Stream.concat(staff.teams().stream(), staff.glass().stream().map(Glass::team))
                .filter(team -> isPermitted(person, permission.of(team)))
                .toList())
        : Sight.NOTHING;
  }

  private static PrincipalCollection principals(Staff staff) {
    return ImmutablePrincipalCollection.ofSinglePrincipal(staff, NAME);
  }

  /// Null for an unknown login, which makes Shiro check the password against [Matcher]'s stand-in.
  @Override
  protected @Nullable AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    String login = String.valueOf(token.getPrincipal());
    return store
        .read(sql -> table.known(sql, login))
        .map(known -> new SimpleAuthenticationInfo(known.staff(), known.password(), NAME))
        .orElse(null);
  }

  @Override
  protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
    SimpleAuthorizationInfo granted = new SimpleAuthorizationInfo();
    Staff staff = principals.oneByType(Staff.class);
    Role.ALL_HAVE.forEach(permission -> granted.addStringPermission(permission.wildcard()));
    staff.roles().stream()
        .flatMap(role -> role.permissions().stream())
        .filter(permission -> permission != Permission.SEND || maySend.test(staff))
        .flatMap(permission -> granted(staff, permission))
        .forEach(granted::addStringPermission);
    // Never for somebody whose roles do not have it by now.
    if (granted.getStringPermissions().contains(Permission.BREAK_GLASS.wildcard())) {
      staff.glass().ifPresent(glass -> granted.addStringPermission(glass.permission()));
    }
    return granted;
  }

  private static Stream<String> granted(Staff staff, Permission permission) {
    return permission.isOfTeam()
        ? staff.teams().stream().map(permission::of)
        : Stream.of(permission.wildcard());
  }

  private static final class Matcher extends PasswordMatcher {
    Matcher(Passwords passwords) {
      setPasswordService(passwords);
    }

    @Override
    public Optional<AuthenticationInfo> createSimulatedCredentials() {
      return Optional.of(new SimpleAuthenticationInfo("", Passwords.NONE, NAME));
    }
  }
}
