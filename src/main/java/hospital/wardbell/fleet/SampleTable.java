package hospital.wardbell.fleet;

import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.modem.Radio;
import hospital.wardbell.modem.Trouble;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The rows of the samples.
final class SampleTable {
  private static final int DETAILS = 300;

  /// A modem has one sample of each moment: of two the first stays.
  void add(Tx tx, String modem, Sample sample) {
    long there =
        tx.number(
            "select count(*) from fleet_sample where modem = ? and taken_at = ?",
            modem,
            sample.at());
    if (there == 0) {
      tx.update(
          """
          insert into fleet_sample
            (modem, taken_at, state, registration, network, radio, signal_dbm, stored_percent,
             trouble, details)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          modem,
          sample.at(),
          sample.state(),
          sample.registration(),
          sample.network(),
          sample.radio(),
          sample.signalDbm(),
          sample.storedPercent(),
          sample.trouble().map(Trouble::kind),
          sample.trouble().map(SampleTable::details));
    }
  }

  /// Oldest first, at most `most`: the newest ones.
  List<Sample> since(Sql sql, String modem, Instant since, int most) {
    return sql.list(
            """
            select taken_at, state, registration, network, radio, signal_dbm, stored_percent,
              trouble, details
            from fleet_sample
            where modem = ? and taken_at >= ? order by taken_at desc fetch first %d rows only
            """
                .formatted(most),
            SampleTable::sample,
            modem,
            since)
        .reversed();
  }

  /// Forgets at most `most` of those older than `before`.
  ///
  /// @return how many there were
  int forget(Tx tx, Instant before, int most) {
    List<Instant> old =
        tx.list(
            "select taken_at from fleet_sample where taken_at < ? order by taken_at"
                + " fetch first %d rows only".formatted(most),
            row -> row.instant("taken_at"),
            before);
    if (!old.isEmpty()) {
      tx.update("delete from fleet_sample where taken_at <= ?", old.getLast());
    }
    return old.size();
  }

  private static Sample sample(Row row) {
    return new Sample(
        row.instant("taken_at"),
        row.constant("state", ModemHealth.State.class),
        row.maybeText("registration").map(ModemHealth.Registration::valueOf),
        row.maybeText("network"),
        row.maybeText("radio").map(Radio::valueOf),
        row.maybeInteger("signal_dbm"),
        row.maybeInteger("stored_percent"),
        row.maybeText("trouble").flatMap(kind -> trouble(kind, row.maybeText("details"))));
  }

  /// A later version of the program may know no such trouble any more.
  private static Optional<Trouble> trouble(String name, Optional<String> details) {
    return Arrays.stream(Trouble.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .map(kind -> new Trouble(kind, details.map(SampleTable::lines).orElse(List.of())));
  }

  private static String details(Trouble trouble) {
    String lines = String.join("\n", trouble.details());
    return lines.substring(0, Math.min(DETAILS, lines.length()));
  }

  private static List<String> lines(String details) {
    return details.isEmpty() ? List.of() : details.lines().toList();
  }
}
