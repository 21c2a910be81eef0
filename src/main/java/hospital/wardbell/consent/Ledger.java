package hospital.wardbell.consent;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.Optional;

/// The append-only ledger of opt-ins and opt-outs. Any thread; changes inside the caller's [Tx].
public final class Ledger {
  /// By which means it was said.
  public enum Method {
    TEXT_KEYWORD,
    PAPER,
    SPOKEN,
    WEB_FORM,
    /// A practice patient, made up.
    PRACTICE
  }

  public Ledger(Vault vault, Audit audit) {
    throw new IllegalStateException("not built");
  }

  /// @param evidence the message or document that shows it, if there is one
  public void optIn(
      Tx tx, Remote remote, Method method, Optional<Id> evidence, Actor by, Instant at) {
    throw new IllegalStateException("not built");
  }

  public void optOut(
      Tx tx, Remote remote, Method method, Optional<Id> evidence, Actor by, Instant at) {
    throw new IllegalStateException("not built");
  }

  /// The remote has texted us, so a person may answer for some days.
  public void texted(Tx tx, Remote remote, Instant at) {
    throw new IllegalStateException("not built");
  }

  public Consent standing(Sql sql, Remote remote) {
    throw new IllegalStateException("not built");
  }
}
