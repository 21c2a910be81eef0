package hospital.wardbell.inbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Blind;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rows of raw PDUs.
final class RawTable {
  /// A longer line than any PDU is cut: it is kept for people to look at, not to be read.
  static final int LONGEST = 4_000;

  private static final int LONGEST_WHY = 200;
  private static final int AT_ONCE = 100;
  // A modem that cannot delete offers its texts every minute: not worth a row change each time.
  private static final Duration STILL_FRESH = Duration.ofHours(1);

  private final Vault vault;

  RawTable(Vault vault) {
    this.vault = vault;
  }

  /// Keeps what this modem has not offered within `window`; each time it does the window starts
  /// again. The same octets from another modem are another text: somebody wrote to two numbers.
  ///
  /// @return whether it is new
  boolean keep(Tx tx, String modem, String hex, Instant seen, Duration window) {
    String kept = hex.substring(0, Math.min(LONGEST, hex.length()));
    Blind index = octets(modem, kept);
    Optional<Id> before = latest(tx, index, seen.minus(window));
    if (before.isPresent()) {
      offeredAgain(tx, before.get(), seen);
      return false;
    }
    Id id = Id.random();
    Id key =
        vault.namedKey(
            tx, Vault.Subject.DAY, seen.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    tx.update(
        """
        insert into raw_pdu (id, arrival, octets_index, seen, last_offered, modem, data_key,
          content, state, answered)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
        id,
        tx.number("select max(arrival) from raw_pdu") + 1,
        index.kept(),
        seen,
        seen,
        modem,
        key,
        vault.sealText(tx, key, cell(id), kept),
        Raw.State.NEW);
    return true;
  }

  private Optional<Id> latest(Sql sql, Blind index, Instant since) {
    return sql.one(
        "select id from raw_pdu where "
            + index.in("octets_index")
            + " and last_offered > ? order by last_offered desc fetch first 1 rows only",
        row -> row.id("id"),
        index.before(since));
  }

  private static void offeredAgain(Tx tx, Id id, Instant seen) {
    tx.update(
        "update raw_pdu set last_offered = ? where id = ? and last_offered < ?",
        seen,
        id,
        seen.minus(STILL_FRESH));
  }

  /// What nobody has looked at, oldest first.
  List<Id> fresh(Sql sql) {
    return sql.list(
        "select id from raw_pdu where state = 'NEW' order by arrival"
            + " fetch first %d rows only".formatted(AT_ONCE),
        row -> row.id("id"));
  }

  Raw find(Sql sql, Id id) {
    return sql.one(
            "select id, data_key, modem, seen, content from raw_pdu where id = ?",
            row -> raw(sql, row),
            id)
        .orElseThrow(() -> new IllegalStateException("no raw PDU " + id));
  }

  private Raw raw(Sql sql, Row row) {
    Id id = row.id("id");
    Id key = row.id("data_key");
    String hex = vault.openText(sql, key, cell(id), row.bytes("content"));
    return new Raw(id, key, row.text("modem"), row.instant("seen"), hex);
  }

  void state(Tx tx, Id id, Raw.State state, String why) {
    tx.update(
        "update raw_pdu set state = ?, why = ? where id = ?",
        state,
        why.substring(0, Math.min(LONGEST_WHY, why.length())),
        id);
  }

  /// It is not for people.
  void putAside(Tx tx, Id id, NoticeKind kind) {
    tx.update("update raw_pdu set state = ?, kind = ? where id = ?", Raw.State.NOTICE, kind, id);
  }

  /// Newest first.
  List<Notice> notices(Sql sql) {
    return sql.list(
        "select seen, modem, kind from raw_pdu where state = 'NOTICE' and kind is not null"
            + " order by arrival desc fetch first %d rows only".formatted(AT_ONCE),
        row ->
            new Notice(
                row.instant("seen"), row.text("modem"), row.constant("kind", NoticeKind.class)));
  }

  /// Whether its modem has brought a message with the fingerprint of `raw` since.
  boolean had(Sql sql, Raw raw, Incoming.Delivered delivered, Instant since) {
    Blind text = text(raw, delivered);
    return sql.number(
            "select count(*) from raw_pdu where " + text.in("text_index") + " and seen > ?",
            text.before(since))
        > 0;
  }

  /// From now on [#had] and [#answers] know it.
  void identify(Tx tx, Raw raw, Incoming.Delivered delivered) {
    tx.update(
        "update raw_pdu set text_index = ?, remote_index = ? where id = ?",
        text(raw, delivered).kept(),
        remote(delivered.remote()).kept(),
        raw.id());
  }

  /// Whether its modem has offered it since.
  boolean isOffered(Sql sql, Id id, Instant since) {
    return sql.number("select count(*) from raw_pdu where id = ? and last_offered > ?", id, since)
        > 0;
  }

  /// Makes the fingerprints anew that it has.
  void renew(Tx tx, Id id) {
    Raw raw = find(tx, id);
    tx.update(
        "update raw_pdu set octets_index = ? where id = ?",
        octets(raw.modem(), raw.hex()).kept(),
        id);
    boolean identified =
        tx.number("select count(*) from raw_pdu where id = ? and text_index is not null", id) > 0;
    if (identified && Incoming.read(raw.hex()) instanceof Incoming.Delivered delivered) {
      identify(tx, raw, delivered);
    }
  }

  /// It is not known again from now on.
  void unfind(Tx tx, Id id, byte[] nobodys) {
    tx.update(
        "update raw_pdu set octets_index = ?, text_index = null, remote_index = null where id = ?",
        nobodys,
        id);
  }

  /// It belongs to `message`, as part `part` of it.
  void belongs(Tx tx, Id id, Id message, int part) {
    tx.update(
        "update raw_pdu set state = ?, message = ?, part = ? where id = ?",
        Raw.State.PARTIAL,
        message,
        part,
        id);
  }

  /// The raw PDUs of a message by part number.
  SortedMap<Integer, Raw> parts(Sql sql, Id message) {
    SortedMap<Integer, Raw> parts = new TreeMap<>();
    sql.list(
        "select id, data_key, modem, seen, content, part from raw_pdu where message = ?",
        row -> parts.put(row.integer("part"), raw(sql, row)),
        message);
    return parts;
  }

  /// It is in its conversation now, so its octets are sealed like what they say.
  void reseal(Tx tx, Raw raw, Id key, Raw.State state) {
    tx.update(
        "update raw_pdu set data_key = ?, content = ?, state = ? where id = ?",
        key,
        vault.sealText(tx, key, cell(raw.id()), raw.hex()),
        state,
        raw.id());
  }

  /// How many texts of `remote` Wardbell has answered by itself since.
  long answers(Sql sql, Remote remote, Instant since) {
    Blind index = remote(remote);
    return sql.number(
        "select count(*) from raw_pdu where "
            + index.in("remote_index")
            + " and answered = 1 and seen > ?",
        index.before(since));
  }

  void answered(Tx tx, Id message) {
    tx.update("update raw_pdu set answered = 1 where message = ? and part = 1", message);
  }

  /// By which a message's PDUs would be known again is not there any more.
  void forget(Tx tx, Id message) {
    tx.update(
        "update raw_pdu set text_index = null, remote_index = null where message = ?", message);
    tx.update("update multipart set remote_index = ? where id = ?", new byte[32], message);
  }

  /// Whether something that nobody has shown yet is sealed under this key.
  boolean isAwaited(Sql sql, Id key) {
    return sql.number(
            "select count(*) from raw_pdu where state in ('NEW', 'PARTIAL') and data_key = ?", key)
        > 0;
  }

  /// Newest first.
  List<Unreadable> unreadable(Sql sql) {
    return sql.list(
        "select id, data_key, modem, seen, content, why from raw_pdu where state = 'UNREADABLE'"
            + " order by arrival desc fetch first %d rows only".formatted(AT_ONCE),
        row -> unreadable(sql, row));
  }

  /// One that is damaged here must not hide the others.
  private Unreadable unreadable(Sql sql, Row row) {
    Id id = row.id("id");
    String why = row.text("why");
    try {
      return new Unreadable(id, row.instant("seen"), raw(sql, row).hex(), why);
    } catch (VaultFault e) {
      return new Unreadable(id, row.instant("seen"), "", why + "; " + e.kind());
    }
  }

  private Blind octets(String modem, String hex) {
    return vault.blind("raw-pdu.octets/2", modem + " " + hex.toUpperCase(Locale.ROOT));
  }

  private Blind text(Raw raw, Incoming.Delivered delivered) {
    return vault.blind("raw-pdu.text/2", raw.modem() + " " + delivered.fingerprint());
  }

  private Blind remote(Remote remote) {
    return vault.blind("raw-pdu.remote/1", remote.canonical());
  }

  private static Cell cell(Id id) {
    return new Cell("raw-pdu.hex/1", id);
  }
}
