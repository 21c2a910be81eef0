package hospital.wardbell.identity;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;

/// From which addresses somebody has signed in lately. Whoever guesses at an account from elsewhere
/// makes nobody wait there, and a sign-in from nowhere known is told to the account's owner.
///
/// @spec https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x15-V6-Authentication.md#v6-3-4 OWASP
///   ASVS 5.0.0 6.3.4
final class KnownOrigins {
  /// An address from which nobody has signed in for so long is not the person's any more.
  static final Duration MEMORY = Duration.ofDays(30);

  private final Vault vault;

  KnownOrigins(Vault vault) {
    this.vault = vault;
  }

  boolean holds(Sql sql, Attempt attempt, Instant now) {
    return sql.number(
            "select count(*) from sign_in_origin where subject = ? and latest_at > ?",
            subject(attempt),
            now.minus(MEMORY))
        > 0;
  }

  /// The person signed in from there.
  ///
  /// @return whether from nowhere known, though other places are
  boolean keep(Tx tx, Attempt attempt, Instant now) {
    tx.update("delete from sign_in_origin where latest_at <= ?", now.minus(MEMORY));
    boolean isNew = !holds(tx, attempt, now);
    boolean hasOthers =
        tx.number("select count(*) from sign_in_origin where account = ?", account(attempt)) > 0;
    tx.update("delete from sign_in_origin where subject = ?", subject(attempt));
    tx.update(
        "insert into sign_in_origin (subject, account, latest_at) values (?, ?, ?)",
        subject(attempt),
        account(attempt),
        now);
    return isNew && hasOthers;
  }

  private byte[] subject(Attempt attempt) {
    return vault.attest("sign-in.origin", attempt.origin() + " " + attempt.login());
  }

  private byte[] account(Attempt attempt) {
    return vault.attest("sign-in.origin-of", attempt.login());
  }
}
