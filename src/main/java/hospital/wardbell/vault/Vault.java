package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Tx;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;

/// Seals and opens cells. Any thread; data keys are kept open in a bounded cache.
///
/// Methods take the [Sql] they run in, so that a key made in the same change is found.
public final class Vault {
  /// Whom a data key is about, so which KEK wraps it and when it may be destroyed.
  public enum Subject {
    CONVERSATION,
    PATIENT,
    STAFF,
    /// Opt-outs; outlives every shredding.
    SUPPRESSION,
    /// Raw PDUs of one day whose conversation is not known yet.
    DAY,
    /// Settings and tokens of the box itself.
    SYSTEM;

    /// Whether what is about it is kept without end, so that its KEK has no period.
    boolean outlivesAll() {
      return this == SUPPRESSION || this == SYSTEM;
    }
  }

  private static final int FIRST_KEY = 1;
  private static final int PSEUDONYM_OCTETS = 8;

  private final Keyring keyring;
  private final DataKeys keys;

  /// By the machine's clock.
  public Vault(Keyring keyring) {
    this(keyring, InstantSource.system());
  }

  /// @param clock that says in which period a data key is made
  public Vault(Keyring keyring, InstantSource clock) {
    this.keyring = keyring;
    this.keys = new DataKeys(keyring, clock);
  }

  /// Makes a subject's first data key and its row; its id is what rows about the subject keep,
  /// whatever keys follow.
  public Id newKey(Tx tx, Subject subject) {
    return keys.make(tx, subject, Optional.empty());
  }

  /// The one key for a named purpose (the suppression list, a day such as `2026-11-22`), made on
  /// first use.
  public Id namedKey(Tx tx, Subject subject, String name) {
    return keys.named(tx, subject, name).orElseGet(() -> keys.make(tx, subject, Optional.of(name)));
  }

  /// From now on each subject gets a new data key for what is sealed next; what is sealed opens as
  /// before.
  ///
  /// For after a restore: seals that were made since the backup are not counted in it.
  public void renewAfterRestore(Tx tx) {
    keys.renewAll(tx);
  }

  /// AES-256-GCM with a random 96-bit nonce; the first octet says by which of the subject's keys.
  /// 29 octets longer than `plain`.
  public byte[] seal(Tx tx, Id key, Cell cell, byte[] plain) {
    SealingKey by = keys.sealing(tx, key);
    byte which = (byte) (FIRST_KEY + by.key().ordinal());
    byte[] sealed = by.seal(tx, associated(which, by.key().id(), cell), plain);
    return ByteBuffer.allocate(sealed.length + 1).put(which).put(sealed).array();
  }

  /// @throws VaultFault of kind TAMPERED or SHREDDED
  public byte[] open(Sql sql, Id key, Cell cell, byte[] sealed) {
    if (sealed.length == 0 || sealed[0] == 0) {
      throw tampered();
    }
    DataKey by = keys.opening(sql, key, (sealed[0] & 0xff) - FIRST_KEY);
    byte[] body = Arrays.copyOfRange(sealed, 1, sealed.length);
    return Aead.open(by.key(), associated(sealed[0], by.id(), cell), body)
        .orElseThrow(Vault::tampered);
  }

  /// [#seal] of UTF-8 text.
  public byte[] sealText(Tx tx, Id key, Cell cell, String text) {
    return seal(tx, key, cell, text.getBytes(StandardCharsets.UTF_8));
  }

  /// [#open] of UTF-8 text.
  public String openText(Sql sql, Id key, Cell cell, byte[] sealed) {
    return new String(open(sql, key, cell, sealed), StandardCharsets.UTF_8);
  }

  /// What `opening` opens; empty if the key was destroyed.
  ///
  /// @throws VaultFault of any other kind
  public static <T> Optional<T> unlessShredded(Supplier<T> opening) {
    try {
      return Optional.of(opening.get());
    } catch (VaultFault e) {
      if (e.kind() != VaultFault.Kind.SHREDDED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// Destroys all data keys of a subject, in memory as well once this is committed. Its rows stay,
  /// and say that they were erased; whoever keeps an index of what they held removes it.
  ///
  /// @return how many keys there were; 0 if it was done before
  public int shred(Tx tx, Id key) {
    return keys.shred(tx, key);
  }

  /// Whether the subject's data keys have been destroyed.
  public boolean isShredded(Sql sql, Id key) {
    return sql.number("select count(*) from dek where line = ? and wrapped is not null", key) == 0;
  }

  /// Those whose keys are there and cannot be opened, since the period that one of them was made in
  /// has ended: a database from before has them.
  public List<Id> ended(Sql sql) {
    Set<Id> ended = keyring.keks().ended().keySet();
    List<Id> all = ended.isEmpty() ? List.of() : keks(sql);
    return all.stream()
        .filter(ended::contains)
        .flatMap(kek ->
            sql
                .list(
                    "select distinct line from dek where kek = ? and wrapped is not null",
                    row -> row.id("line"),
                    kek)
                .stream())
        .distinct()
        .toList();
  }

  /// All that rows are or were wrapped by.
  static List<Id> keks(Sql sql) {
    return sql.list("select distinct kek from dek", row -> row.id("kek"));
  }

  /// When the periods in which the subject's data keys were made had all ended, so that no copy of
  /// them opens; empty if one has not.
  public Optional<Instant> periodsEnded(Sql sql, Id key) {
    return keyring
        .keks()
        .endOf(sql.list("select kek from dek where line = ?", row -> row.id("kek"), key));
  }

  /// The subjects of a kind that have a name, such as days, and whose keys are there, by name:
  /// those whose name is before `name` in the order of characters, so many at most.
  public SequencedMap<String, Id> namedBefore(Sql sql, Subject subject, String name, int most) {
    SequencedMap<String, Id> found = new LinkedHashMap<>();
    sql.list(
        """
        select name, line from dek where subject = ? and name < ? and wrapped is not null
        order by name fetch first %d rows only\
        """
            .formatted(most),
        row -> found.put(row.text("name"), row.id("line")),
        subject,
        name);
    return found;
  }

  /// What a line of keys is called on paper: the beginning of the SHA-256 of its id, which says
  /// nothing of the keys.
  public static String fingerprint(Id key) {
    return KeyStatus.fingerprint(key);
  }

  /// As [#index], by a key that is never exchanged: for what must be recognised as long as the home
  /// lasts, and of which nothing else is kept.
  public byte[] attest(String label, String value) {
    return IndexKey.hmac(keyring.pseudonymKey(), label, value);
  }

  /// What a new row keeps of `value` so that it is found again: HMAC-SHA-256 under the index key
  /// and `label`. Equal values give equal octets, and nothing else is told. 32 octets.
  ///
  /// Asked for inside the change that keeps it: the key may be another in the next.
  public byte[] index(String label, String value) {
    return keyring.index().current().blind(label, value);
  }

  /// As rows may have `value`, for whoever looks it up. Asked for inside the change or query that
  /// looks.
  public Blind blind(String label, String value) {
    return keyring.index().blind(label, value);
  }

  /// 64 bits of an HMAC under one of [#indexKeys].
  public long indexShort(Id key, String label, String value) {
    return keyring.index().all().stream()
        .filter(each -> each.id().equals(key))
        .findFirst()
        .orElseThrow(() -> new VaultFault(VaultFault.Kind.KEYRING, "There is no such index key."))
        .blindShort(label, value);
  }

  /// The keys that rows may be under, the oldest first; one, unless it is being changed.
  public List<Id> indexKeys() {
    return keyring.index().all().stream().map(IndexKey::id).toList();
  }

  /// The key that new rows are under.
  public Id indexKey() {
    return keyring.index().current().id();
  }

  /// Whether these octets are under [#indexKey], or are [#nobodys].
  public boolean isCurrent(byte[] blinded) {
    return keyring.index().current().isMarked(blinded);
  }

  /// What the index column of a row keeps once nobody is to find the row by it; each row's own.
  public byte[] nobodys(Id row) {
    return keyring.index().current().nobodys(row);
  }

  /// Who is told each step of a change of keys that features take part in.
  public Steps steps() {
    return keyring.steps();
  }

  /// What the audit log calls `subject`: HMAC-SHA-256 of the id under a key of its own, the first 8
  /// octets of it. 16 hexadecimal digits.
  public String pseudonym(Id subject) {
    byte[] whole = IndexKey.hmac(keyring.pseudonymKey(), subject.bytes());
    return HexFormat.of().formatHex(whole, 0, PSEUDONYM_OCTETS);
  }

  private static byte[] associated(byte which, Id key, Cell cell) {
    byte[] label = cell.label().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(33 + label.length)
        .put(which)
        .put(key.bytes())
        .put(cell.row().bytes())
        .put(label)
        .array();
  }

  private static VaultFault tampered() {
    return new VaultFault(
        VaultFault.Kind.TAMPERED,
        "A sealed cell does not open: it was damaged, moved or swapped. Restore it from a backup.");
  }
}
