package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Review.Finding;
import hospital.wardbell.compliance.Review.Item;
import hospital.wardbell.compliance.Review.Note;
import hospital.wardbell.compliance.Review.Signature;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rows of reviews and their items. Notes are sealed, since people write names.
final class ReviewTable {
  /// How long after its week a review may take.
  static final Duration DUE = Duration.ofDays(14);

  private static final String KEY = "access-review";
  private static final String NOTE = "access_review.note/1";
  private static final String ITEM_NOTE = "access_review_item.note/1";

  private record Found(Kind kind, long found) {}

  private final Vault vault;

  ReviewTable(Vault vault) {
    this.vault = vault;
  }

  Optional<Week> newest(Sql sql) {
    return sql.one(
            "select max(week) as week from access_review", row -> row.maybeText("week").orElse(""))
        .flatMap(Week::parse);
  }

  void insert(Tx tx, Week week, long from, long to, String seed, Draw draw, Instant now) {
    tx.update(
        """
        insert into access_review (week, from_leaf, to_leaf, seed, looks, drawn_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        week.text(),
        from,
        to,
        seed,
        draw.looks(),
        now);
    for (Sample sample : draw.samples()) {
      tx.update(
          "insert into access_review_kind (week, kind, offered) values (?, ?, ?)",
          week.text(),
          sample.kind(),
          sample.found());
      sample.drawn().forEach(look -> insert(tx, week, sample.kind(), look));
    }
  }

  private static void insert(Tx tx, Week week, Kind kind, Sample.Look look) {
    tx.update(
        """
        insert into access_review_item
          (id, week, leaf, at_time, staff, conversation, kind, detail)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Id.random(),
        week.text(),
        look.leaf(),
        look.at(),
        look.staff(),
        look.conversation(),
        kind,
        look.detail());
  }

  /// The newest first.
  List<Review> all(Sql sql, int most, ZoneId zone, Instant now) {
    return sql.list(
        "select * from access_review order by week desc fetch first " + most + " rows only",
        row -> review(sql, row, zone, now));
  }

  Optional<Review> find(Sql sql, Week week, ZoneId zone, Instant now) {
    return sql.one(
        "select * from access_review where week = ?",
        row -> review(sql, row, zone, now),
        week.text());
  }

  private Review review(Sql sql, Row row, ZoneId zone, Instant now) {
    String week = row.text("week");
    Week its = Week.parse(week).orElseThrow();
    Optional<Signature> signature =
        row.maybeId("signed_by")
            .map(by ->
                new Signature(
                    by,
                    row.instant("signed_at"),
                    vault.openText(sql, row.id("note_key"), noteCell(week), row.bytes("note"))));
    int open =
        (int)
            sql.number(
                "select count(*) from access_review_item where week = ? and finding is null", week);
    Instant due = its.next().begin(zone).plus(DUE);
    return new Review(
        its,
        row.number("from_leaf"),
        row.number("to_leaf"),
        row.text("seed"),
        row.number("looks"),
        row.instant("drawn_at"),
        found(sql, week),
        open,
        signature.isEmpty() && now.isAfter(due),
        signature);
  }

  private static Map<Kind, Long> found(Sql sql, String week) {
    Map<Kind, Long> found = new EnumMap<>(Kind.class);
    sql.list(
            "select kind, offered from access_review_kind where week = ?",
            row -> new Found(row.constant("kind", Kind.class), row.number("offered")),
            week)
        .forEach(each -> found.put(each.kind(), each.found()));
    return found;
  }

  List<Item> items(Sql sql, Week week) {
    return sql.list(
        "select * from access_review_item where week = ? order by leaf",
        row -> item(sql, row),
        week.text());
  }

  Optional<Item> item(Sql sql, Week week, Id item) {
    return sql.one(
        "select * from access_review_item where week = ? and id = ?",
        row -> item(sql, row),
        week.text(),
        item);
  }

  private Item item(Sql sql, Row row) {
    Id id = row.id("id");
    Optional<Note> note =
        row.maybeId("noted_by")
            .map(by ->
                new Note(
                    row.constant("finding", Finding.class),
                    vault.openText(
                        sql, row.id("note_key"), new Cell(ITEM_NOTE, id), row.bytes("note")),
                    by,
                    row.instant("noted_at")));
    return new Item(
        id,
        row.number("leaf"),
        row.instant("at_time"),
        row.id("staff"),
        row.maybeId("conversation"),
        row.constant("kind", Kind.class),
        row.integer("detail"),
        note);
  }

  void note(Tx tx, Id item, Note note) {
    Id key = vault.namedKey(tx, Vault.Subject.SYSTEM, KEY);
    tx.update(
        """
        update access_review_item
        set finding = ?, noted_by = ?, noted_at = ?, note_key = ?, note = ? where id = ?
        """,
        note.finding(),
        note.by(),
        note.at(),
        key,
        vault.sealText(tx, key, new Cell(ITEM_NOTE, item), note.text()),
        item);
  }

  void sign(Tx tx, Week week, Signature signature) {
    Id key = vault.namedKey(tx, Vault.Subject.SYSTEM, KEY);
    tx.update(
        """
        update access_review set signed_by = ?, signed_at = ?, note_key = ?, note = ? where week = ?
        """,
        signature.by(),
        signature.at(),
        key,
        vault.sealText(tx, key, noteCell(week.text()), signature.note()),
        week.text());
  }

  /// A week has no id; its Monday's octets stand for one.
  private static Cell noteCell(String week) {
    long monday = Week.parse(week).orElseThrow().monday().toEpochDay();
    return new Cell(NOTE, new Id(0, monday));
  }
}
