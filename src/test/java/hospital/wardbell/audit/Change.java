package hospital.wardbell.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// One octet of one column of one row, changed by SQL.
record Change(String where, Runnable make, Runnable undo) {
  private static final List<Long> CHECKPOINTS = List.of(100L, 500L, 700L);

  static Change random(LogHome home, Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> text(home, random, "audit_entry", "entry", "leaf", random.nextInt(700));
      case 2 -> text(home, random, "audit_entry", "actor", "leaf", random.nextInt(700));
      case 3 -> text(home, random, "audit_entry", "about", "leaf", random.nextInt(700));
      case 4 -> number(home, random, "audit_entry", "leaf", random.nextInt(700));
      case 5 -> tile(home, random);
      case 6 -> text(home, random, "audit_checkpoint", "note", "entries", checkpoint(random));
      default -> number(home, random, "audit_checkpoint", "entries", checkpoint(random));
    };
  }

  private static long checkpoint(Random random) {
    return CHECKPOINTS.get(random.nextInt(CHECKPOINTS.size()));
  }

  private static Change text(
      LogHome home, Random random, String table, String column, String key, long row) {
    String query = "select %s from %s where %s = ?".formatted(column, table, key);
    String before =
        home.store().read(sql -> sql.one(query, r -> r.text(column), row)).orElseThrow();
    byte[] octets = before.getBytes(StandardCharsets.UTF_8);
    int place = random.nextInt(octets.length);
    octets[place] ^= (byte) (1 << random.nextInt(8));
    String after = new String(octets, StandardCharsets.UTF_8);
    String update = "update %s set %s = ? where %s = ?".formatted(table, column, key);
    return new Change(
        "%s.%s of %d, octet %d".formatted(table, column, row, place),
        () -> home.sql(update, after, row),
        () -> home.sql(update, before, row));
  }

  private static Change number(LogHome home, Random random, String table, String column, long row) {
    // Bits that are not those of another row.
    long after = row ^ (1L << (16 + random.nextInt(48)));
    String update = "update %s set %s = ? where %s = ?".formatted(table, column, column);
    return new Change(
        "%s.%s of %d".formatted(table, column, row),
        () -> home.sql(update, after, row),
        () -> home.sql(update, row, after));
  }

  private static Change tile(LogHome home, Random random) {
    int height = random.nextInt(4) == 0 ? 1 : 0;
    long place = height == 1 ? 0 : random.nextInt(3);
    byte[] before =
        home.store().read(sql -> TreeTable.tile(sql, height, place)).orElseThrow().hashes();
    byte[] after = before.clone();
    int octet = random.nextInt(after.length);
    after[octet] ^= (byte) (1 << random.nextInt(8));
    String update = "update audit_tile set hashes = ? where height = ? and place = ?";
    return new Change(
        "tile %d/%d, octet %d".formatted(height, place, octet),
        () -> home.sql(update, after, height, place),
        () -> home.sql(update, before, height, place));
  }
}
