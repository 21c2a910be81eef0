package hospital.wardbell.identity;

import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.util.List;
import java.util.Locale;

/// Of whom a passkey is asked, by duty, as set: who has one signs in by nothing else after the
/// password, and who has none does nothing but add one. It asks nobody while the console has no
/// name that passkeys could be bound to. Any thread that may block.
///
/// @spec https://pages.nist.gov/800-63-4/sp800-63b.html#verifimpers NIST SP 800-63B-4 §3.2.5
final class PasskeyRule {
  private final Store store;
  private final Passkeys passkeys;
  private final Settings settings;

  PasskeyRule(Store store, Passkeys passkeys, Settings settings) {
    this.store = store;
    this.passkeys = passkeys;
    this.settings = settings;
  }

  boolean isFor(Staff staff) {
    List<String> duties = List.of(settings.text(Settings.Key.PASSKEY_DUTIES).split(",", -1));
    return passkeys.host().isPresent()
        && staff.roles().stream()
            .map(role -> role.duty().name().toLowerCase(Locale.ROOT))
            .anyMatch(duties::contains);
  }

  /// Whether the person must add one before anything else.
  boolean mustAdd(Staff staff) {
    return isFor(staff) && store.read(sql -> PasskeyTable.count(sql, staff.id())) == 0;
  }

  /// Whether a code lets the person in no more.
  boolean excludesCodes(Sql sql, Staff staff) {
    return isFor(staff) && PasskeyTable.count(sql, staff.id()) > 0;
  }

  /// What is left of the ways in.
  Ways narrowed(Ways ways, Staff staff) {
    return store.read(sql -> excludesCodes(sql, staff))
        ? new Ways(false, false, ways.passkey(), ways.newApp(), ways.none())
        : ways;
  }
}
