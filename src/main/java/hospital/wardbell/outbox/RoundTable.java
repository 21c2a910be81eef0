package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of self-tests and balances. They are about our own SIMs, and about no patient.
final class RoundTable {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int LONGEST_WORDS = 1_000;
  private static final String INDEX = "self-test.number/1";

  private final Vault vault;

  RoundTable(Vault vault) {
    this.vault = vault;
  }

  /// The key of what the box knows of itself.
  Id key(Tx tx) {
    return vault.namedKey(tx, Vault.Subject.SYSTEM, "rounds");
  }

  /// Keeps a test before it is handed over, and forgets those of long ago.
  void insert(Tx tx, Id message, String modem, Remote own, Instant sent) {
    tx.update("delete from self_test where sent_at < ?", sent.minus(KEPT));
    tx.update(
        """
        insert into self_test (message, modem, reference, number_index, sent_at)
        values (?, ?, ?, ?, ?)
        """,
        message,
        modem,
        Reference.of(message).text(),
        vault.index(INDEX, own.canonical()),
        sent);
  }

  /// It was not handed over after all.
  void remove(Tx tx, Id message) {
    tx.update("delete from self_test where message = ?", message);
  }

  /// The modem that sent the test with this reference from and to `own`.
  Optional<String> modem(Sql sql, Remote own, Reference reference) {
    Blind number = blind(own);
    return sql
        .list(
            "select modem from self_test where "
                + number.in("number_index")
                + " and reference = ? order by sent_at desc fetch first 1 rows only",
            row -> row.text("modem"),
            number.before(reference.text()))
        .stream()
        .findFirst();
  }

  /// The first arrival counts.
  void back(Tx tx, Remote own, Reference reference, Instant at) {
    for (byte[] each : all(blind(own))) {
      tx.update(
          "update self_test set back_at = ?"
              + " where reference = ? and number_index = ? and back_at is null",
          at,
          reference.text(),
          each);
    }
  }

  Optional<SelfTest> last(Sql sql, String modem) {
    return sql
        .list(
            "select modem, sent_at, back_at from self_test where modem = ?"
                + " order by sent_at desc fetch first 1 rows only",
            row ->
                new SelfTest(
                    row.text("modem"), row.instant("sent_at"), row.maybeInstant("back_at")),
            modem)
        .stream()
        .findFirst();
  }

  /// How many tests of `modem` to `own` have not come back since one did.
  long lost(Sql sql, String modem, Remote own) {
    Blind number = blind(own);
    String tests = "from self_test where " + number.in("number_index") + " and modem = ? ";
    long back =
        sql.number(
            "select max(sent_at) " + tests + "and back_at is not null", number.before(modem));
    return sql.number(
        "select count(*) " + tests + "and back_at is null and sent_at > ?",
        number.before(modem, back));
  }

  void keep(Tx tx, Balance balance) {
    Id key = key(tx);
    Id row = Id.random();
    String words = balance.words();
    tx.update("delete from sim_balance where modem = ?", balance.modem());
    tx.update(
        "insert into sim_balance (id, modem, told_at, key_id, words) values (?, ?, ?, ?, ?)",
        row,
        balance.modem(),
        balance.told(),
        key,
        vault.sealText(
            tx, key, cell(row), words.substring(0, Math.min(LONGEST_WORDS, words.length()))));
  }

  Optional<Balance> balance(Sql sql, String modem) {
    return sql.one(
        "select id, modem, told_at, key_id, words from sim_balance where modem = ?",
        row ->
            new Balance(
                row.text("modem"),
                vault.openText(sql, row.id("key_id"), cell(row.id("id")), row.bytes("words")),
                row.instant("told_at")),
        modem);
  }

  private Blind blind(Remote own) {
    return vault.blind(INDEX, own.canonical());
  }

  private static List<byte[]> all(Blind number) {
    return Stream.concat(Stream.of(number.kept()), number.former().stream()).toList();
  }

  private static Cell cell(Id row) {
    return new Cell("sim-balance.words/1", row);
  }
}
