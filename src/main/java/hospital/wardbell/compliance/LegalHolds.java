package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.store.Row;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Cell;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Legal holds, set and lifted. Any thread.
///
/// Whether something is held stands in its own row as well, which is looked at in the change that
/// would erase it: as changes run one after another, a hold that was set first wins.
public final class LegalHolds {
  private static final int LONGEST_NOTE = 500;
  private static final int MOST = 1000;

  private final Store store;
  private final Vault vault;
  private final Erasing conversations;
  private final Keeping patients;
  private final Audit audit;
  private final InstantSource clock;

  LegalHolds(
      Store store,
      Vault vault,
      Erasing conversations,
      Keeping patients,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.conversations = conversations;
    this.patients = patients;
    this.audit = audit;
    this.clock = clock;
  }

  /// Puts a hold on a patient or a conversation.
  ///
  /// @param note in words, up to 500 characters; sealed
  /// @param origin where the person is
  /// @return the hold's id; empty if there is no such subject, or it has been erased
  /// @throws IllegalArgumentException if the note is longer; says so
  public Optional<Id> set(
      LegalHold.Kind kind,
      Id subject,
      LegalHold.Reason reason,
      String note,
      Actor by,
      String origin) {
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException(
          "A note has at most %d characters.".formatted(LONGEST_NOTE));
    }
    return store.write(tx ->
        key(tx, kind, subject)
            .map(key -> {
              Id id = Id.random();
              tx.update(
                  """
                  insert into legal_hold (id, kind, subject, reason, note, set_at, set_by)
                  values (?, ?, ?, ?, ?, ?, ?)
                  """,
                  id,
                  kind,
                  subject,
                  reason,
                  vault.sealText(tx, key, noteCell(id), note),
                  clock.instant(),
                  by.label());
              mark(tx, kind, subject, true);
              record(tx, by, "retention.hold-set", kind, subject, origin, reason.name());
              return id;
            }));
  }

  /// Puts a hold on every patient who has this number, and on every conversation with it.
  ///
  /// @return how many there are
  public int set(
      PhoneNumber number, LegalHold.Reason reason, String note, Actor by, String origin) {
    List<Id> holders = store.read(sql -> patients.holding(sql, number));
    List<Id> talks =
        store.read(
            sql -> conversations.with(sql, number).stream().map(Erasing.Subject::id).toList());
    holders.forEach(id -> set(LegalHold.Kind.PATIENT, id, reason, note, by, origin));
    talks.forEach(id -> set(LegalHold.Kind.CONVERSATION, id, reason, note, by, origin));
    return holders.size() + talks.size();
  }

  /// The key of what is there and has not been erased.
  private Optional<Id> key(Sql sql, LegalHold.Kind kind, Id subject) {
    return switch (kind) {
      case CONVERSATION ->
          conversations.find(sql, subject).filter(c -> !c.erased()).map(Erasing.Subject::key);
      case PATIENT ->
          patients.find(sql, subject).filter(p -> !p.erased()).map(Keeping.Subject::key);
    };
  }

  private void mark(Tx tx, LegalHold.Kind kind, Id subject, boolean held) {
    switch (kind) {
      case CONVERSATION -> conversations.hold(tx, subject, held);
      case PATIENT -> patients.hold(tx, subject, held);
    }
  }

  /// Lifts a hold; another on the same subject goes on holding it.
  ///
  /// @return whether there was one to lift
  public boolean lift(Id hold, LegalHold.Lifted why, Actor by, String origin) {
    return store.write(tx -> {
      Optional<LegalHold> there = active(tx, hold);
      there.ifPresent(held -> {
        tx.update(
            "update legal_hold set lifted_at = ?, lifted_by = ?, lifted_why = ? where id = ?",
            clock.instant(),
            by.label(),
            why,
            hold);
        boolean another =
            tx.number(
                    "select count(*) from legal_hold where subject = ? and lifted_at is null",
                    held.subject())
                > 0;
        mark(tx, held.kind(), held.subject(), another);
        record(tx, by, "retention.hold-lifted", held.kind(), held.subject(), origin, why.name());
      });
      return there.isPresent();
    });
  }

  private void record(
      Tx tx, Actor by, String act, LegalHold.Kind kind, Id subject, String origin, String why) {
    Entry entry = Entry.of(by, act).from(origin).because(why);
    audit.record(
        tx,
        kind == LegalHold.Kind.PATIENT
            ? entry.aboutPatient(vault.pseudonym(subject))
            : entry.about(subject));
  }

  private static Optional<LegalHold> active(Sql sql, Id hold) {
    return sql.one(
        """
        select id, kind, subject, reason, set_at, set_by from legal_hold
        where id = ? and lifted_at is null
        """,
        LegalHolds::read,
        hold);
  }

  /// Those that hold now, the newest first, at most 1000.
  public List<LegalHold> active() {
    return store.read(sql ->
        sql.list(
            """
            select id, kind, subject, reason, set_at, set_by from legal_hold
            where lifted_at is null order by set_at desc fetch first %d rows only\
            """
                .formatted(MOST),
            LegalHolds::read));
  }

  /// Whether there is any.
  boolean any(Sql sql) {
    return sql.number("select count(*) from legal_hold where lifted_at is null") > 0;
  }

  /// What was noted when it was set.
  public String note(LegalHold hold) {
    return store.read(sql ->
        key(sql, hold.kind(), hold.subject())
            .flatMap(key -> Vault.unlessShredded(() -> note(sql, key, hold)))
            .orElse(""));
  }

  private String note(Sql sql, Id key, LegalHold hold) {
    return sql.one(
            "select note from legal_hold where id = ?",
            row -> vault.openText(sql, key, noteCell(hold.id()), row.bytes("note")),
            hold.id())
        .orElse("");
  }

  private static LegalHold read(Row row) {
    return new LegalHold(
        row.id("id"),
        row.constant("kind", LegalHold.Kind.class),
        row.id("subject"),
        row.constant("reason", LegalHold.Reason.class),
        row.instant("set_at"),
        row.text("set_by"));
  }

  private static Cell noteCell(Id hold) {
    return new Cell("legal-hold.note/1", hold);
  }
}
