package hospital.wardbell;

import hospital.wardbell.TamperPlace.Change;
import hospital.wardbell.TamperPlace.Outcome;
import hospital.wardbell.audit.Finding;
import hospital.wardbell.audit.Report;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Changes of rows, by somebody who has the database's key and no other.
final class TamperedRows {
  /// A sealed cell: the rest of a query from its table on, and its label.
  private record Sealed(String column, String dek, String from, String label) {
    String query() {
      return "select x.id, %s as dek, x.%s as cell from %s".formatted(dek, column, from);
    }
  }

  private static final List<Sealed> CELLS =
      List.of(
          new Sealed("remote", "x.data_key", "conversation x", "conversation.remote/1"),
          new Sealed("snippet", "x.data_key", "conversation x", "conversation.snippet/1"),
          new Sealed(
              "content",
              "c.data_key",
              "message x join conversation c on c.id = x.conversation",
              "message.text/1"),
          new Sealed("name", "x.dek", "patient x", "patient.name/1"),
          new Sealed(
              "number",
              "p.dek",
              "patient_number x join patient p on p.id = x.patient",
              "patient.number/1"),
          new Sealed("sealed_remote", "x.key_id", "consent_remote x", "consent.remote/1"),
          new Sealed("name", "x.dek", "staff x", "staff.name/1"),
          new Sealed("totp_secret", "x.dek", "staff x", "staff.totp/1"),
          new Sealed("content", "x.data_key", "raw_pdu x", "raw-pdu.hex/1"),
          new Sealed("sealed_pdu", "x.key_id", "outbox_part x", "outbox.pdu/1"));

  private static final List<String> INDEXES =
      List.of(
          "consent_remote.remote_index",
          "conversation.remote_index",
          "patient_number.number_index");

  private TamperedRows() {}

  static List<TamperPlace> places() {
    return List.of(
        new TamperPlace("sealed cell", 180, TamperedRows::cell),
        new TamperPlace("wrapped data key", 120, TamperedRows::dataKey),
        new TamperPlace("audit entry", 120, audit("audit_entry", "entry", "leaf")),
        new TamperPlace("what it is listed under", 60, TamperedRows::listed),
        new TamperPlace("hash of the tree", 70, TamperedRows::tile),
        new TamperPlace("checkpoint", 60, audit("audit_checkpoint", "note", "entries")),
        // Last, since what is mended is on record, and nobody signs the record here.
        new TamperPlace("index column", 90, TamperedRows::index));
  }

  /// One of a list, by the random number.
  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Octets(Id id, Id dek, byte[] before) {
    static Octets of(Row row) {
      return new Octets(row.id("id"), row.id("dek"), row.bytes("cell"));
    }
  }

  private static Outcome cell(TamperHome home, Random random) {
    Sealed sealed = one(CELLS, random);
    Octets octets =
        one(
            home.store()
                .read(sql ->
                    sql.list(
                        sealed.query() + " where x." + sealed.column() + " is not null order by 1",
                        Octets::of)),
            random);
    byte[] after = TamperPlace.changed(octets.before(), octets.before().length, random);
    return opened(home, octets.dek(), new Cell(sealed.label(), octets.id()), after);
  }

  /// What comes of opening it by somebody who has kept no key open.
  private static Outcome opened(TamperHome home, Id dek, Cell cell, byte[] sealed) {
    try {
      Vault vault = new Vault(home.wiring().keyring());
      byte[] plain = home.store().read(sql -> vault.open(sql, dek, cell, sealed));
      return Outcome.bad(cell.label() + " opens, " + plain.length + " octets");
    } catch (VaultFault e) {
      return Outcome.found("it does not open, " + e.kind());
    }
  }

  private static Outcome dataKey(TamperHome home, Random random) throws Exception {
    String column = one(List.of("wrapped", "kek", "line"), random);
    Sealed sealed = CELLS.getFirst();
    Octets octets =
        one(home.store().read(sql -> sql.list(sealed.query() + " order by 1", Octets::of)), random);
    return changed(
        home,
        random,
        new Place("dek", column, "id", octets.dek()),
        () -> opened(home, octets.dek(), new Cell(sealed.label(), octets.id()), octets.before()));
  }

  /// A column of octets in one row.
  private record Place(String table, String column, String key, Object row) {}

  private interface Look {
    Outcome at() throws Exception;
  }

  private static Outcome changed(TamperHome home, Random random, Place place, Look look)
      throws Exception {
    byte[] before = read(home, place);
    write(home, place, TamperPlace.changed(before, before.length, random));
    try {
      return look.at();
    } finally {
      write(home, place, before);
    }
  }

  private static byte[] read(TamperHome home, Place place) {
    String query =
        "select %s from %s where %s = ?".formatted(place.column(), place.table(), place.key());
    return home.store()
        .read(sql -> sql.one(query, row -> row.bytes(place.column()), place.row()))
        .orElseThrow();
  }

  private static void write(TamperHome home, Place place, Object content) {
    String update =
        "update %s set %s = ? where %s = ?".formatted(place.table(), place.column(), place.key());
    home.store().change(tx -> tx.update(update, content, place.row()));
  }

  private static Outcome index(TamperHome home, Random random) throws Exception {
    String[] names = one(INDEXES, random).split("\\.", 2);
    Id id =
        one(
            home.store()
                .read(sql ->
                    sql.list("select id from " + names[0] + " order by id", row -> row.id("id"))),
            random);
    Place place = new Place(names[0], names[1], "id", id);
    byte[] before = read(home, place);
    return changed(
        home,
        random,
        place,
        () -> {
          int found = home.wiring().indexCheck().run();
          return found == 1 && Arrays.equals(before, read(home, place))
              ? Outcome.found("by the check of indexes, and mended")
              : Outcome.bad(place + " was not found");
        });
  }

  private static Change audit(String table, String column, String key) {
    return (home, random) -> {
      List<Long> rows =
          home.store()
              .read(sql ->
                  sql.list(
                      "select %s from %s order by 1".formatted(key, table), r -> r.number(key)));
      return text(home, random, new Place(table, column, key, one(rows, random)));
    };
  }

  private static Outcome listed(TamperHome home, Random random) throws Exception {
    if (random.nextInt(3) > 0) {
      String column = random.nextBoolean() ? "actor" : "about";
      String query =
          "select leaf from audit_entry where length(%s) > 0 order by leaf".formatted(column);
      List<Long> rows = home.store().read(sql -> sql.list(query, row -> row.number("leaf")));
      return text(home, random, new Place("audit_entry", column, "leaf", one(rows, random)));
    }
    long end = home.wiring().evidence().end();
    long leaf = random.nextLong(end);
    long after = leaf ^ (1L << (16 + random.nextInt(47))); // that of no other
    Place back = new Place("audit_entry", "leaf", "leaf", after);
    write(home, new Place("audit_entry", "leaf", "leaf", leaf), after);
    try {
      return held(home);
    } finally {
      write(home, back, leaf);
    }
  }

  private static Outcome text(TamperHome home, Random random, Place place) {
    String query =
        "select %s from %s where %s = ?".formatted(place.column(), place.table(), place.key());
    String before =
        home.store()
            .read(sql -> sql.one(query, row -> row.text(place.column()), place.row()))
            .orElseThrow();
    byte[] octets = before.getBytes(StandardCharsets.UTF_8);
    byte[] after = TamperPlace.changed(octets, octets.length, random);
    write(home, place, new String(after, StandardCharsets.UTF_8));
    try {
      return held(home);
    } finally {
      write(home, place, before);
    }
  }

  private static Outcome tile(TamperHome home, Random random) throws Exception {
    record Tile(int height, long place) {}
    Tile tile =
        one(
            home.store()
                .read(sql ->
                    sql.list(
                        "select height, place from audit_tile order by height, place",
                        row -> new Tile(row.integer("height"), row.number("place")))),
            random);
    // Every place is of one height only, or its row is named by both.
    String key = "height = %d and place".formatted(tile.height());
    return changed(
        home, random, new Place("audit_tile", "hashes", key, tile.place()), () -> held(home));
  }

  private static Outcome held(TamperHome home) {
    Report report = home.record(home.store());
    return report.holds()
        ? Outcome.bad("the record holds")
        : Outcome.found(
            report.first().stream()
                .map(Finding::kind)
                .findFirst()
                .orElseThrow()
                .name()
                .toLowerCase(Locale.ROOT));
  }
}
