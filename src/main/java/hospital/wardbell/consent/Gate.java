package hospital.wardbell.consent;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Id;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.Optional;

/// The one way out: every draft, from whomever, is reviewed here, and every verdict is kept.
///
/// An opt-out wins over every purpose; only the answer that the patient's own text calls for
/// passes, once.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-10 47 CFR 64.1200(a)(10)
public final class Gate {
  public Gate(Ledger ledger, Vault vault, Settings settings, Audit audit, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// Decides, keeps the verdict under the draft's message id, and records it, all in `tx`.
  public Verdict review(Tx tx, Draft draft) {
    throw new IllegalStateException("not built");
  }

  /// Asked again when the outbox claims the message: the rule that now forbids it, if one does.
  public Optional<Verdict.Rule> still(Tx tx, Id message) {
    throw new IllegalStateException("not built");
  }

  /// The kept verdict's rule, for "why was this sent, or not?".
  public Optional<Verdict.Rule> why(Sql sql, Id message) {
    throw new IllegalStateException("not built");
  }
}
