package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/// Leave to set up an app at the next sign-in, for somebody who has no factor left: a code of 140
/// bits by chance, good for a day and until an app has been set up by it. Nobody is let in by it
/// alone: the password comes before, and the app's own code after. Any thread.
final class Enrolments {
  static final Duration GOOD_FOR = Duration.ofHours(24);

  private static final int GROUPS = 7;
  private static final String LABEL = "staff.enrolment/1";

  /// A row.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Leave(byte[] kept, Instant ends) {}

  private final Vault vault;
  private final InstantSource clock;
  // By the sign-in that waits: the secret that the person's app is to have.
  private final ShortLived proposed;

  Enrolments(Vault vault, InstantSource clock) {
    this.vault = vault;
    this.clock = clock;
    this.proposed = new ShortLived(PendingCodes.PATIENCE, clock);
  }

  /// Gives leave; what was given before is void.
  ///
  /// @return the code, of which only an HMAC is kept
  Secret grant(Tx tx, Id staff) {
    String code = TypedCode.random(GROUPS);
    Instant ends = clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.MILLIS);
    end(tx, staff);
    tx.update(
        "insert into staff_enrolment (staff, code_kept, ends_at) values (?, ?, ?)",
        staff,
        kept(staff, ends, code),
        ends);
    return Secret.copyOf(code.toCharArray());
  }

  private byte[] kept(Id staff, Instant ends, String code) {
    return TypedCode.kept(vault, LABEL, staff + " " + ends.toEpochMilli(), code);
  }

  /// Whether `typed` is the code that `staff` was given, and it has not run out.
  boolean holds(Sql sql, Id staff, String typed) {
    return leave(sql, staff)
        .filter(leave -> TypedCode.same(leave.kept(), kept(staff, leave.ends(), typed)))
        .isPresent();
  }

  private Optional<Leave> leave(Sql sql, Id staff) {
    return sql.one(
            "select code_kept, ends_at from staff_enrolment where staff = ?",
            row -> new Leave(row.bytes("code_kept"), row.instant("ends_at")),
            staff)
        .filter(leave -> clock.instant().isBefore(leave.ends()));
  }

  /// Makes the secret that the app of whoever is signing in is to have.
  void propose(Id due) {
    proposed.put(due, Secret.copyOf(Totp.newSecret()));
  }

  Optional<Secret> proposed(Id due) {
    return proposed.find(due);
  }

  /// The step whose code `typed` is by the app that has just been set up, if leave holds still.
  OptionalLong match(Sql sql, Id due, Id staff, String typed) {
    return leave(sql, staff)
        .flatMap(_ -> proposed.find(due))
        .map(secret -> secret.lend(s -> Totp.match(s, typed, clock.instant(), 0)))
        .orElse(OptionalLong.empty());
  }

  /// Whether there is leave, run out or not.
  static boolean isGiven(Sql sql, Id staff) {
    return sql.number("select count(*) from staff_enrolment where staff = ?", staff) > 0;
  }

  static void end(Tx tx, Id staff) {
    tx.update("delete from staff_enrolment where staff = ?", staff);
  }
}
