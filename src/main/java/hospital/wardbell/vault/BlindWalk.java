package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Goes through a table in the order of ids and has each row renewed that is under a former index
/// key, again and again until a whole walk has met none. One thread.
///
/// The rows themselves say which are left, so nothing is kept of where it was.
final class BlindWalk implements BlindRows {
  private static final Id FIRST = new Id(0, 0);
  private static final int LOOKED_AT = 500;
  private static final int AT_ONCE = 50;
  private static final Duration BETWEEN = Duration.ofMillis(20);
  private static final Duration WAITING = Duration.ofMinutes(1);

  private final BlindTable table;
  private final Store store;
  private final Vault vault;
  private final Steps steps;
  private Id after = FIRST;
  private int met;
  private int waiting;
  private volatile String progress = "not begun";

  BlindWalk(BlindTable table, Store store, Vault vault, Steps steps) {
    this.table = table;
    this.store = store;
    this.vault = vault;
    this.steps = steps;
  }

  /// Some rows as they were looked at.
  ///
  /// @param left those to renew, [#AT_ONCE] at most
  /// @param upto the last that was looked at; empty if there are none behind
  private record Look(List<Id> left, Optional<Id> upto) {}

  private record Seen(Id id, boolean left) {}

  @Override
  public String what() {
    return table.what();
  }

  @Override
  public String progress() {
    return progress;
  }

  @Override
  public Optional<Duration> turn() {
    Look look = store.read(this::look);
    if (!look.left().isEmpty()) {
      met += look.left().size();
      waiting += store.write(tx -> renew(tx, look.left()));
      steps.reached("index.kept");
    }
    if (look.upto().isPresent()) {
      after = look.upto().get();
      progress = Long.divideUnsigned(after.high(), Long.MAX_VALUE / 50) + " %";
      return Optional.of(look.left().isEmpty() ? Duration.ZERO : BETWEEN);
    }
    return ended();
  }

  private Optional<Duration> ended() {
    boolean clean = met == 0;
    boolean waits = waiting > 0 && waiting == met;
    progress = clean ? "done" : waits ? "waits for " + waiting : "looked through again";
    after = FIRST;
    met = 0;
    waiting = 0;
    return clean ? Optional.empty() : Optional.of(waits ? WAITING : BETWEEN);
  }

  private Look look(Sql sql) {
    List<Seen> seen =
        sql.list(
            "select %s, %s from %s where %s > ? order by %s fetch first %d rows only"
                .formatted(
                    table.id(),
                    String.join(", ", table.columns()),
                    table.table(),
                    table.id(),
                    table.id(),
                    LOOKED_AT),
            row -> new Seen(row.id(table.id()), isLeft(row)),
            after);
    List<Id> left = seen.stream().filter(Seen::left).map(Seen::id).limit(AT_ONCE).toList();
    Optional<Id> upto =
        left.size() == AT_ONCE
            ? Optional.of(left.getLast())
            : seen.size() == LOOKED_AT ? Optional.of(seen.getLast().id()) : Optional.empty();
    return new Look(left, upto);
  }

  private boolean isLeft(Row row) {
    return table.columns().stream()
        .anyMatch(column -> row.maybeBytes(column).filter(b -> !vault.isCurrent(b)).isPresent());
  }

  /// How many of them cannot be renewed yet.
  private int renew(Tx tx, List<Id> rows) {
    int later = 0;
    for (Id row : rows) {
      later += renew(tx, row) ? 0 : 1;
    }
    steps.reached("index.renewed");
    return later;
  }

  /// What is damaged keeps the former key: an opt-out whose number does not open is still found.
  private boolean renew(Tx tx, Id row) {
    try {
      return table.renewing().renew(tx, row);
    } catch (VaultFault fault) {
      if (fault.kind() != VaultFault.Kind.SHREDDED) {
        return false;
      }
      String columns = String.join(" = ?, ", table.columns());
      Object[] nobody =
          table.columns().stream().map(_ -> vault.nobodys(row)).toArray(Object[]::new);
      Object[] arguments = Arrays.copyOf(nobody, nobody.length + 1);
      arguments[nobody.length] = row;
      tx.update(
          "update %s set %s = ? where %s = ?".formatted(table.table(), columns, table.id()),
          arguments);
      return true;
    }
  }
}
