package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.GlassUse.Ended;
import hospital.wardbell.identity.GlassUse.Finding;
import hospital.wardbell.identity.GlassUse.How;
import hospital.wardbell.identity.GlassUse.Opened;
import hospital.wardbell.identity.GlassUse.Review;
import hospital.wardbell.identity.GlassUse.Why;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rows of break-glass. Reasons and notes are sealed.
final class GlassTable {
  private static final String KEY = "break-glass";
  private static final String REASON = "break_glass.reason/1";
  private static final String NOTE = "break_glass.note/1";

  private final Vault vault;

  GlassTable(Vault vault) {
    this.vault = vault;
  }

  void insert(Tx tx, Glass glass, Why why, String reason) {
    Id dek = vault.namedKey(tx, Vault.Subject.SYSTEM, KEY);
    tx.update(
        """
        insert into break_glass
          (id, staff, session_id, team, why, dek, reason, begun_at, until_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        glass.use(),
        glass.staff(),
        glass.session(),
        glass.team(),
        why,
        dek,
        vault.sealText(tx, dek, new Cell(REASON, glass.use()), reason),
        glass.begun(),
        glass.until());
  }

  /// @return whether it was under way
  boolean end(Tx tx, Id use, How how, Instant now) {
    return tx.update(
            "update break_glass set ended_at = ?, ended_how = ? where id = ? and ended_at is null",
            now,
            how,
            use)
        > 0;
  }

  /// Those under way.
  List<Glass> open(Sql sql) {
    return sql.list("select * from break_glass where ended_at is null", GlassTable::glass);
  }

  /// That of a session.
  Optional<Glass> openIn(Sql sql, Id session) {
    return sql.one(
        "select * from break_glass where session_id = ? and ended_at is null",
        GlassTable::glass,
        session);
  }

  /// That of a person, of whatever session.
  Optional<Glass> openOf(Sql sql, Id staff) {
    return sql.one(
        "select * from break_glass where ended_at is null and staff = ?", GlassTable::glass, staff);
  }

  /// Some of those begun up to `then` that nobody has reviewed, and of which nobody was told since
  /// `told`.
  List<Glass> late(Sql sql, Instant then, Instant told) {
    return sql.list(
        """
        select * from break_glass
        where reviewed_at is null and begun_at <= ? and (overdue_at is null or overdue_at <= ?)
        order by begun_at fetch first 20 rows only
        """,
        GlassTable::glass,
        then,
        told);
  }

  /// How many there are that nobody has reviewed though somebody was told that they are late.
  int countOverdue(Sql sql) {
    return (int)
        sql.number(
            "select count(*) from break_glass"
                + " where reviewed_at is null and overdue_at is not null");
  }

  void overdue(Tx tx, Id use, Instant now) {
    tx.update("update break_glass set overdue_at = ? where id = ?", now, use);
  }

  /// The newest first, those without a review before all others.
  List<GlassUse> newest(Sql sql, int most) {
    return sql.list(
        """
        select * from break_glass
        order by case when reviewed_at is null then 0 else 1 end, begun_at desc
        fetch first %d rows only\
        """
            .formatted(most),
        GlassTable::use);
  }

  Optional<GlassUse> find(Sql sql, Id use) {
    return sql.one("select * from break_glass where id = ?", GlassTable::use, use);
  }

  Optional<Opened> open(Sql sql, Id use) {
    return sql.one(
        "select * from break_glass where id = ?",
        row ->
            new Opened(
                use(row),
                vault.openText(sql, row.id("dek"), new Cell(REASON, use), row.bytes("reason")),
                row.maybeBytes("note")
                    .map(note -> vault.openText(sql, row.id("dek"), new Cell(NOTE, use), note))
                    .orElse("")),
        use);
  }

  void review(Tx tx, Id use, Review review, String note) {
    // The key that its row names, which the reason is under: the row has one only.
    Id dek =
        tx.one("select dek from break_glass where id = ?", row -> row.id("dek"), use).orElseThrow();
    tx.update(
        """
        update break_glass set reviewed_by = ?, reviewed_at = ?, finding = ?, note = ? where id = ?
        """,
        review.by(),
        review.at(),
        review.finding(),
        vault.sealText(tx, dek, new Cell(NOTE, use), note),
        use);
  }

  private static Glass glass(Row row) {
    return new Glass(
        row.id("id"),
        row.id("session_id"),
        row.id("staff"),
        row.id("team"),
        row.instant("begun_at"),
        row.instant("until_at"));
  }

  private static GlassUse use(Row row) {
    return new GlassUse(
        glass(row),
        row.constant("why", Why.class),
        row.maybeInstant("ended_at").map(at -> new Ended(at, row.constant("ended_how", How.class))),
        row.maybeInstant("overdue_at").isPresent() && row.maybeInstant("reviewed_at").isEmpty(),
        row.maybeInstant("reviewed_at")
            .map(at ->
                new Review(row.id("reviewed_by"), at, row.constant("finding", Finding.class))));
  }
}
