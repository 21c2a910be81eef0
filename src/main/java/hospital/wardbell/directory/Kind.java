package hospital.wardbell.directory;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.util.StaticUtils;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What differs between the directories there are.
public enum Kind {
  /// Microsoft's.
  AD("sAMAccountName", "displayName", "objectGUID"),
  /// OpenLDAP, and others that keep to the standards.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc4530 RFC 4530 (entryUUID)
  OPENLDAP("uid", "cn", "entryUUID");

  private static final Pattern GUID = Pattern.compile("[0-9a-f]{32}");

  /// AD's account control and its second bit, that the account is disabled.
  private static final String CONTROL = "userAccountControl";

  private static final int DISABLED = 2;

  /// What OpenLDAP's password policy writes into an account that is locked for good.
  ///
  /// @spec https://datatracker.ietf.org/doc/html/draft-behera-ldap-password-policy-10#section-5.3.3
  ///   LDAP password policy, pwdAccountLockedTime
  private static final String LOCKED = "pwdAccountLockedTime";

  private static final String FOR_GOOD = "000001010000Z";

  private final String login;
  private final String name;
  private final String key;

  Kind(String login, String name, String key) {
    this.login = login;
    this.name = name;
    this.key = key;
  }

  /// The attribute that people's logins usually are in.
  public String usualLogin() {
    return login;
  }

  /// The attribute that people's names usually are in.
  public String usualName() {
    return name;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What an entry has and no other ever had, in letters and digits.
  Optional<String> key(Entry entry) {
    return this == AD
        ? Optional.ofNullable(entry.getAttributeValueBytes(key)).map(StaticUtils::toHex)
        : Optional.ofNullable(entry.getAttributeValue(key));
  }

  /// The entry that has it; none if it is a key of another kind of directory.
  Filter keyed(String value) {
    return this == AD && GUID.matcher(value).matches()
        ? Filter.createEqualityFilter(key, HexFormat.of().parseHex(value))
        : Filter.createEqualityFilter(key, value);
  }

  Filter people() {
    return this == AD
        ? Filter.createANDFilter(
            Filter.createEqualityFilter("objectCategory", "person"),
            Filter.createEqualityFilter("objectClass", "user"))
        : Filter.createEqualityFilter("objectClass", "person");
  }

  boolean isDisabled(Entry entry) {
    Integer control = entry.getAttributeValueAsInteger(CONTROL);
    return (control != null && (control & DISABLED) != 0)
        || FOR_GOOD.equals(entry.getAttributeValue(LOCKED));
  }

  /// What is asked of a person's entry.
  String[] attributes(DirectoryServer server) {
    return new String[] {key, server.login(), server.name(), CONTROL, LOCKED};
  }
}
