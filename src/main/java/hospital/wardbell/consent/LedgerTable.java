package hospital.wardbell.consent;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of the ledger: one for each remote that sums it up, one for each entry.
final class LedgerTable {
  static final String REMOTE = "consent.remote/1";
  static final String INDEX = "consent.remote";
  private static final String SELECT =
      "select id, standing, began, since, latest, last_texted from consent_remote ";

  private final Vault vault;

  LedgerTable(Vault vault) {
    this.vault = vault;
  }

  /// Empty if nothing was ever heard from, said to or said about it.
  Optional<Standing> find(Sql sql, Remote remote) {
    return vault
        .blind(INDEX, remote.canonical())
        .each(index -> sql.list(SELECT + "where remote_index = ?", LedgerTable::standing, index))
        .stream()
        .findFirst();
  }

  Optional<Standing> find(Sql sql, Id id) {
    return sql.one(SELECT + "where id = ?", LedgerTable::standing, id);
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
  Standing ensure(Tx tx, Remote remote) {
    return find(tx, remote).orElseGet(() -> insert(tx, remote));
  }

  private Standing insert(Tx tx, Remote remote) {
    Standing unheard =
        new Standing(
            Id.random(),
            Standing.Kind.NEVER_ASKED,
            Optional.empty(),
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH);
    Id key = vault.namedKey(tx, Vault.Subject.SUPPRESSION, "suppression");
    tx.update(
        """
        insert into consent_remote
          (id, remote_index, key_id, sealed_remote, standing, since, latest, last_texted)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        unheard.remote(),
        vault.index(INDEX, remote.canonical()),
        key,
        vault.sealText(tx, key, cell(unheard.remote()), remote.canonical()),
        unheard.kind(),
        unheard.since(),
        unheard.latest(),
        unheard.lastTexted());
    return unheard;
  }

  private static Cell cell(Id remote) {
    return new Cell(REMOTE, remote);
  }

  BlindTable blindTable() {
    return new BlindTable("consents", "consent_remote", "id", List.of("remote_index"), this::renew);
  }

  private boolean renew(Tx tx, Id id) {
    Optional<String> remote =
        tx.one(
            "select key_id, sealed_remote from consent_remote where id = ?",
            row -> vault.openText(tx, row.id("key_id"), cell(id), row.bytes("sealed_remote")),
            id);
    remote.ifPresent(open ->
        tx.update(
            "update consent_remote set remote_index = ? where id = ?",
            vault.index(INDEX, open),
            id));
    return true;
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

  List<Ledger.Said> history(Sql sql, Remote remote) {
    return find(sql, remote).map(standing -> history(sql, standing.remote())).orElse(List.of());
  }

  private static List<Ledger.Said> history(Sql sql, Id remote) {
    return sql.list(
        """
        select standing, method, evidence, said_by, said_at
        from consent_entry where remote = ? order by entry_number
        """,
        row ->
            new Ledger.Said(
                row.text("standing"),
                row.constant("method", Ledger.Method.class),
                row.maybeId("evidence"),
                row.text("said_by"),
                row.instant("said_at")),
        remote);
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
