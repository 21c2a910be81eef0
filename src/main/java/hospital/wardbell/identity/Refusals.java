package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.SignIn.Result;
import hospital.wardbell.store.Tx;
import java.time.InstantSource;
import java.util.Optional;

/// Refused sign-ins: counted, and on record with what was wrong, which who tries never learns.
final class Refusals {
  static final Result REFUSED = new Result.Refused();

  private static final Actor NOBODY_YET = new Actor.Wardbell("sign-in");

  private final StaffTable table;
  private final Audit audit;
  private final Failures failures;
  private final InstantSource clock;

  Refusals(StaffTable table, Audit audit, Failures failures, InstantSource clock) {
    this.table = table;
    this.audit = audit;
    this.failures = failures;
    this.clock = clock;
  }

  Result refuse(Tx tx, Attempt attempt, String reason) {
    Optional<Id> account = table.id(tx, attempt.login());
    record(tx, "sign-in.refused", account, attempt, why(tx, account, reason));
    if (failures.add(tx, attempt, clock.instant())) {
      record(tx, "sign-in.locked", account, attempt, reason);
    }
    return REFUSED;
  }

  private static String why(Tx tx, Optional<Id> account, String reason) {
    if (account.isEmpty()) {
      return "no-account";
    }
    return StandingTable.mayEnter(tx, account.orElseThrow()) ? reason : "not-open";
  }

  private void record(Tx tx, String act, Optional<Id> account, Attempt attempt, String reason) {
    Entry entry = Entry.of(NOBODY_YET, act).from(attempt.origin()).because(reason);
    audit.record(tx, account.map(entry::about).orElse(entry));
  }
}
