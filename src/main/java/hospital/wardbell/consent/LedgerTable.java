package hospital.wardbell.consent;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of the ledger: one for each remote that sums it up, one for each entry.
final class LedgerTable {
  static final String REMOTE = "consent.remote/1";

  private final Vault vault;

  LedgerTable(Vault vault) {
    this.vault = vault;
  }

  Optional<Standing> find(Sql sql, byte[] index) {
    return sql.one(
        """
        select id, standing, began, since, latest, last_texted
        from consent_remote where remote_index = ?
        """,
        LedgerTable::standing,
        index);
  }

  private static Standing standing(Row row) {
    return new Standing(
        row.id("id"),
        row.constant("standing", Standing.Kind.class),
        row.maybeId("began"),
        row.instant("since"),
        row.instant("latest"),
        row.instant("last_texted"));
  }

  /// The remote's row, made if there is none.
  Standing ensure(Tx tx, byte[] index, Remote remote) {
    return find(tx, index).orElseGet(() -> insert(tx, index, remote));
  }

  private Standing insert(Tx tx, byte[] index, Remote remote) {
    Standing unheard =
        new Standing(
            Id.random(),
            Standing.Kind.NEVER_ASKED,
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH);
    Id key = vault.namedKey(tx, Vault.Subject.SUPPRESSION, "suppression");
    Cell cell = new Cell(REMOTE, unheard.remote());
    tx.update(
        """
        insert into consent_remote
          (id, remote_index, key_id, sealed_remote, standing, since, latest, last_texted)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        unheard.remote(),
        index,
        key,
        vault.sealText(tx, key, cell, remote.canonical()),
        unheard.kind(),
        unheard.since(),
        unheard.latest(),
        unheard.lastTexted());
    return unheard;
  }

  void append(
      Tx tx,
      Id entry,
      Id remote,
      Standing.Kind said,
      Ledger.Method method,
      Optional<Id> evidence,
      Actor by,
      Instant at) {
    tx.update(
        """
        insert into consent_entry
          (id, remote, entry_number, standing, method, evidence, said_by, said_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entry,
        remote,
        1 + tx.number("select max(entry_number) from consent_entry where remote = ?", remote),
        said,
        method,
        evidence,
        by.label(),
        at);
  }

  List<Ledger.Said> history(Sql sql, byte[] index) {
    return sql.list(
        """
        select e.standing, e.method, e.evidence, e.said_by, e.said_at
        from consent_entry e join consent_remote r on r.id = e.remote
        where r.remote_index = ? order by e.entry_number
        """,
        row ->
            new Ledger.Said(
                row.text("standing"),
                row.constant("method", Ledger.Method.class),
                row.maybeId("evidence"),
                row.text("said_by"),
                row.instant("said_at")),
        index);
  }

  void update(Tx tx, Standing standing) {
    tx.update(
        """
        update consent_remote set standing = ?, began = ?, since = ?, latest = ?, last_texted = ?
        where id = ?
        """,
        standing.kind(),
        standing.began(),
        standing.since(),
        standing.latest(),
        standing.lastTexted(),
        standing.remote());
  }
}
