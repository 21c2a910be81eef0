package hospital.wardbell.audit;

import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows of the tree's tiles and of the checkpoints.
final class TreeTable {
  private TreeTable() {}

  static Optional<Tile> tile(Sql sql, int height, long place) {
    return sql.one(
        "select height, place, hashes from audit_tile where height = ? and place = ?",
        TreeTable::tile,
        height,
        place);
  }

  private static Tile tile(Row row) {
    return new Tile(row.integer("height"), row.number("place"), row.bytes("hashes"));
  }

  /// The last tile of each height, where it is not full, of a tree of `entries`, as far as they are
  /// there.
  static List<Tile> edge(Sql sql, long entries) {
    List<Tile> edge = new ArrayList<>();
    for (int height = 0; height < Tile.heights(entries); height++) {
      if (Tile.partialWidth(entries, height) > 0) {
        tile(sql, height, Tile.under(entries, height) / Tile.FULL).ifPresent(edge::add);
      }
    }
    return edge;
  }

  static long tiles(Sql sql) {
    return sql.number("select count(*) from audit_tile");
  }

  static void put(Tx tx, Tile tile) {
    int changed =
        tx.update(
            "update audit_tile set hashes = ? where height = ? and place = ?",
            tile.hashes(),
            tile.height(),
            tile.place());
    if (changed == 0) {
      tx.update(
          "insert into audit_tile (height, place, hashes) values (?, ?, ?)",
          tile.height(),
          tile.place(),
          tile.hashes());
    }
  }

  static Optional<Signed> newest(Sql sql) {
    return sql.one(
        """
        select entries, note from audit_checkpoint
        where entries = (select max(entries) from audit_checkpoint)\
        """,
        TreeTable::signed);
  }

  /// Those of fewer than `entries`, smallest first.
  static List<Signed> before(Sql sql, long entries) {
    return sql.list(
        "select entries, note from audit_checkpoint where entries < ? order by entries",
        TreeTable::signed,
        entries);
  }

  private static Signed signed(Row row) {
    return new Signed(row.number("entries"), row.text("note"));
  }

  static void put(Tx tx, Signed signed) {
    tx.update(
        "insert into audit_checkpoint (entries, note) values (?, ?)",
        signed.entries(),
        signed.note());
  }

  static void remove(Tx tx, long entries) {
    tx.update("delete from audit_checkpoint where entries = ?", entries);
  }
}
