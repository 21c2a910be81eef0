package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Closing;
import hospital.wardbell.compliance.Request.Extension;
import hospital.wardbell.compliance.Request.Form;
import hospital.wardbell.compliance.Request.Kind;
import hospital.wardbell.compliance.Request.State;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of requests, their words sealed under the patient's key.
final class RequestTable {
  private static final String ASKER = "privacy_request.asker/1";
  private static final String VERIFIED = "privacy_request.verified/1";
  private static final String EXTENSION = "privacy_request.extension/1";
  private static final String CLOSING = "privacy_request.closing/1";

  private record Decided(Id conversation, boolean belongs) {}

  private final Vault vault;

  RequestTable(Vault vault) {
    this.vault = vault;
  }

  Id insert(Tx tx, Asked asked, Id key, LocalDate due, Id by, Instant now) {
    Id id = Id.random();
    tx.update(
        """
        insert into privacy_request (id, kind, patient, dek, asker, asker_name, verified, form,
          received, due, state, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        asked.kind(),
        asked.patient(),
        key,
        asked.asker(),
        vault.sealText(tx, key, new Cell(ASKER, id), asked.askerName()),
        vault.sealText(tx, key, new Cell(VERIFIED, id), asked.verified()),
        asked.form(),
        asked.received().toString(),
        due.toString(),
        State.OPEN,
        by,
        now);
    return id;
  }

  /// Those that are open first, the one that is due first at the top; then the newest closed ones.
  List<Request> all(Sql sql, int most) {
    return sql.list(
        """
        select * from privacy_request
        order by case when state = 'OPEN' then 0 else 1 end,
          case when state = 'OPEN' then due else '' end, made_at desc
        fetch first %d rows only\
        """
            .formatted(most),
        row -> request(sql, row));
  }

  Optional<Request> find(Sql sql, Id id) {
    return sql.one("select * from privacy_request where id = ?", row -> request(sql, row), id);
  }

  private Request request(Sql sql, Row row) {
    Id id = row.id("id");
    Optional<Extension> extension =
        row.maybeInstant("extended_at")
            .map(at -> new Extension(opened(sql, row, EXTENSION, "extension"), at));
    Optional<Closing> closing =
        row.maybeInstant("closed_at")
            .map(at -> new Closing(opened(sql, row, CLOSING, "closing"), row.id("closed_by"), at));
    return new Request(
        id,
        row.constant("kind", Kind.class),
        row.id("patient"),
        row.constant("asker", Asker.class),
        opened(sql, row, ASKER, "asker_name"),
        opened(sql, row, VERIFIED, "verified"),
        row.constant("form", Form.class),
        LocalDate.parse(row.text("received")),
        LocalDate.parse(row.text("due")),
        extension,
        row.constant("state", State.class),
        closing,
        row.id("made_by"),
        row.instant("made_at"));
  }

  /// Nothing, once the patient's key was destroyed: that there was a request stays known.
  private String opened(Sql sql, Row row, String label, String column) {
    Cell cell = new Cell(label, row.id("id"));
    return Vault.unlessShredded(() -> vault.openText(sql, row.id("dek"), cell, row.bytes(column)))
        .orElse("");
  }

  void extend(Tx tx, Request request, String reason, LocalDate due, Instant now) {
    tx.update(
        "update privacy_request set extension = ?, extended_at = ?, due = ? where id = ?",
        sealed(tx, request, EXTENSION, reason),
        now,
        due.toString(),
        request.id());
  }

  void close(Tx tx, Request request, State state, Closing closing) {
    tx.update(
        """
        update privacy_request set state = ?, closing = ?, closed_by = ?, closed_at = ? where id = ?
        """,
        state,
        sealed(tx, request, CLOSING, closing.words()),
        closing.by(),
        closing.at(),
        request.id());
  }

  private byte[] sealed(Tx tx, Request request, String label, String words) {
    Id key =
        tx.one("select dek from privacy_request where id = ?", row -> row.id("dek"), request.id())
            .orElseThrow();
    return vault.sealText(tx, key, new Cell(label, request.id()), words);
  }

  /// What was decided of conversations with shared telephones.
  Map<Id, Boolean> decided(Sql sql, Id request) {
    Map<Id, Boolean> decided = new HashMap<>();
    sql.list(
            "select conversation, belongs from privacy_request_talk where request = ?",
            row -> new Decided(row.id("conversation"), row.flag("belongs")),
            request)
        .forEach(each -> decided.put(each.conversation(), each.belongs()));
    return decided;
  }

  void decide(Tx tx, Id request, Id conversation, boolean belongs, Id by, Instant now) {
    tx.update(
        "delete from privacy_request_talk where request = ? and conversation = ?",
        request,
        conversation);
    tx.update(
        """
        insert into privacy_request_talk (request, conversation, belongs, decided_by, decided_at)
        values (?, ?, ?, ?, ?)
        """,
        request,
        conversation,
        belongs,
        by,
        now);
  }
}
