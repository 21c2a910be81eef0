package hospital.wardbell.identity;

import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Failed sign-ins in rows, so a restart forgets none. Whom they are about is kept as a blind index
/// only: people type passwords where the login is due.
///
/// An account has a count of its own for each address from which its person has signed in lately,
/// and one for all others together: who guesses from elsewhere keeps nobody out at their own place.
final class Failures {
  private record Counted(int failures, Instant latest) {
    static final Counted NONE = new Counted(0, Instant.EPOCH);
  }

  private final Vault vault;
  private final KnownOrigins origins;

  Failures(Vault vault) {
    this.vault = vault;
    this.origins = new KnownOrigins(vault);
  }

  /// How long until `attempt` may be made; zero or less if it may be made now.
  Duration left(Sql sql, Attempt attempt, Instant now) {
    Duration account = left(sql, Backoff.ACCOUNT, whose(sql, attempt, now), now);
    Duration origin = left(sql, Backoff.ORIGIN, attempt.origin(), now);
    return account.compareTo(origin) > 0 ? account : origin;
  }

  /// As with an attempt, where nobody says at whose account it is.
  Duration left(Sql sql, String origin, Instant now) {
    return left(sql, Backoff.ORIGIN, origin, now);
  }

  private Duration left(Sql sql, Backoff rule, String about, Instant now) {
    Counted counted = counted(sql, rule, about, now);
    Duration whole = rule.after(counted.failures());
    Duration left = Duration.between(now, counted.latest().plus(whole));
    return left.compareTo(whole) < 0 ? left : whole; // the clock may have been set back
  }

  /// Counts one more.
  ///
  /// @return whether this one locked the account
  boolean add(Tx tx, Attempt attempt, Instant now) {
    add(tx, attempt.origin(), now);
    return Backoff.ACCOUNT.locks(add(tx, Backoff.ACCOUNT, whose(tx, attempt, now), now));
  }

  /// Counts one more, where nobody says at whose account it was.
  void add(Tx tx, String origin, Instant now) {
    tx.update(
        "delete from sign_in_failure where latest_at < ?", now.minus(Backoff.ACCOUNT.memory()));
    int _ = add(tx, Backoff.ORIGIN, origin, now);
  }

  private int add(Tx tx, Backoff rule, String about, Instant now) {
    Blind subject = subject(rule, about);
    int failures = counted(tx, rule, about, now).failures() + 1;
    remove(tx, subject);
    tx.update(
        "insert into sign_in_failure (subject, failures, latest_at) values (?, ?, ?)",
        subject.kept(),
        failures,
        now);
    return failures;
  }

  private static void remove(Tx tx, Blind subject) {
    tx.update("delete from sign_in_failure where " + subject.in("subject"), subject.before());
  }

  /// Whose failures these are: logins have no spaces.
  private String whose(Sql sql, Attempt attempt, Instant now) {
    return origins.holds(sql, attempt, now)
        ? attempt.login() + " " + attempt.origin()
        : attempt.login();
  }

  /// Whoever has signed in has no failures; where from still counts, or an insider could guess at
  /// others' accounts between sign-ins of his own.
  void forget(Tx tx, Attempt attempt, Instant now) {
    remove(tx, subject(Backoff.ACCOUNT, whose(tx, attempt, now)));
  }

  /// Somebody came in: no failures, and the address is one of theirs from now on.
  ///
  /// @return whether it was none of theirs, though others are
  boolean cameIn(Tx tx, Attempt attempt, Instant now) {
    forget(tx, attempt, now);
    return origins.keep(tx, attempt, now);
  }

  private Counted counted(Sql sql, Backoff rule, String about, Instant now) {
    return subject(rule, about)
        .each(subject ->
            sql.list(
                "select failures, latest_at from sign_in_failure where subject = ?",
                row -> new Counted(row.integer("failures"), row.instant("latest_at")),
                subject))
        .stream()
        .findFirst()
        .filter(counted -> counted.latest().plus(rule.memory()).isAfter(now))
        .orElse(Counted.NONE);
  }

  private Blind subject(Backoff rule, String about) {
    return vault.blind("sign-in." + rule.name().toLowerCase(Locale.ROOT), about);
  }
}
