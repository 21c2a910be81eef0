package hospital.wardbell.consent;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Indexed;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The append-only ledger of opt-ins and opt-outs. Any thread; changes inside the caller's [Tx].
///
/// The latest entry counts. An opt-out counts from when it is entered, whatever time it bears; an
/// opt-in that bears a time before the opt-out that stands is kept and changes nothing. So neither
/// a form that lay on a desk nor a clock that was set back ever undoes an opt-out.
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

  /// By what remotes are found.
  public static final Indexed INDEXED =
      new Indexed(
          "consent_remote",
          """
          select id, key_id as dek, sealed_remote as cell, remote_index as blind
          from consent_remote where id > ? order by id fetch first 50 rows only
          """,
          "update consent_remote set remote_index = ? where id = ?",
          LedgerTable.REMOTE,
          LedgerTable.INDEX);

  /// What was said once, and what shows it.
  ///
  /// @param standing `OPTED_IN`, `OPTED_OUT` or `NEVER_ASKED`
  /// @param evidence the message or document that shows it, if there is one
  /// @param by the label of who entered it
  public record Said(
      String standing, Method method, Optional<Id> evidence, String by, Instant at) {}

  private final Audit audit;
  private final LedgerTable table;

  public Ledger(Vault vault, Audit audit) {
    this.audit = audit;
    this.table = new LedgerTable(vault);
  }

  /// @param evidence the message or document that shows it, if there is one
  public void optIn(
      Tx tx, Remote remote, Method method, Optional<Id> evidence, Actor by, Instant at) {
    append(tx, remote, Standing.Kind.OPTED_IN, method, evidence, by, at);
  }

  public void optOut(
      Tx tx, Remote remote, Method method, Optional<Id> evidence, Actor by, Instant at) {
    append(tx, remote, Standing.Kind.OPTED_OUT, method, evidence, by, at);
  }

  /// The remote has texted us, so a person may answer for some days.
  public void texted(Tx tx, Remote remote, Instant at) {
    table.update(tx, table.ensure(tx, remote).textedAt(at));
  }

  /// All that was ever said about `remote`, in order.
  public List<Said> history(Sql sql, Remote remote) {
    return table.history(sql, remote);
  }

  public Consent standing(Sql sql, Remote remote) {
    return table.find(sql, remote).map(Standing::consent).orElse(Standing.UNHEARD);
  }

  /// The rows of remotes, for the Gate.
  LedgerTable table() {
    return table;
  }

  /// The numbers, for when the index key is changed.
  public BlindTable blindTable() {
    return table.blindTable();
  }

  private void append(
      Tx tx,
      Remote remote,
      Standing.Kind said,
      Method method,
      Optional<Id> evidence,
      Actor by,
      Instant at) {
    Standing before = table.ensure(tx, remote);
    Id entry = Id.random();
    table.append(tx, entry, before.remote(), said, method, evidence, by, at);
    table.update(tx, before.after(said, entry, at));
    audit.record(tx, Entry.of(by, said.act()).about(before.remote()).because(method.name()));
  }
}
