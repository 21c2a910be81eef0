package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SettableClock;
import hospital.wardbell.consent.AnswerTexts;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A home with a real database, two teams and everything behind conversations, whose outbox is
/// never started: what is queued stays so.
public record Ward(
    SettableClock clock,
    Keyring keyring,
    Store store,
    Vault vault,
    Audit audit,
    Id desk,
    Id cardiology,
    Patients patients,
    Ledger ledger,
    Outbox outbox,
    Conversations conversations)
    implements AutoCloseable {
  public static final Instant MORNING = Instant.parse("2026-11-22T09:00:00Z");
  public static final PhoneNumber ANA = new PhoneNumber("+12025550123");
  public static final PhoneNumber BEN = new PhoneNumber("+12025550145");
  public static final Actor NURSE = new Actor.Person(Id.random());

  private static final Pattern ACT = Pattern.compile("\"act\":\"([^\"]+)\"");

  public static Ward open(Path directory) {
    Keyring keyring =
        Keyring.create(
            directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
    Store store = Store.open(directory.resolve("database"), keyring.databaseKey());
    SettableClock clock = new SettableClock(MORNING);
    Audit audit = new Audit(store, clock);
    Accounts accounts = new Accounts(store, new Vault(keyring), audit, clock);
    Id cardiology = accounts.addTeam("Cardiology", new Actor.Wardbell("test"));
    return joined(clock, keyring, store, accounts.frontDesk(), cardiology);
  }

  /// A home that [#open] made and that was shut.
  public static Ward reopen(Path directory) {
    Keyring keyring =
        Keyring.open(
            directory.resolve("keyring"), new Unlock.Credential(Secret.copyOf(new byte[32])));
    Store store = Store.open(directory.resolve("database"), keyring.databaseKey());
    SettableClock clock = new SettableClock(MORNING);
    Accounts accounts = new Accounts(store, new Vault(keyring), new Audit(store, clock), clock);
    Id cardiology =
        store.read(sql ->
            sql.one("select id from team where id <> ?", row -> row.id("id"), accounts.frontDesk())
                .orElseThrow());
    return joined(clock, keyring, store, accounts.frontDesk(), cardiology);
  }

  /// The same home after a kill: the same rows, and nothing remembered.
  public Ward again() {
    return joined(clock, keyring, store, desk, cardiology);
  }

  private static Ward joined(
      SettableClock clock, Keyring keyring, Store store, Id desk, Id cardiology) {
    Vault vault = new Vault(keyring, clock);
    Audit audit = new Audit(store, clock);
    Settings settings = new Settings(store, audit, clock);
    Patients patients = new Patients(store, vault, audit, clock);
    Ledger ledger = new Ledger(vault, audit);
    Gate gate = new Gate(ledger, settings, audit, clock);
    Outbox outbox = new Outbox(store, vault, gate, settings, clock);
    Conversations conversations =
        new Conversations(
            store,
            vault,
            audit,
            desk,
            patients,
            ledger,
            gate,
            new AnswerTexts(settings),
            outbox,
            clock);
    outbox.listen(conversations);
    return new Ward(
        clock,
        keyring,
        store,
        vault,
        audit,
        desk,
        cardiology,
        patients,
        ledger,
        outbox,
        conversations);
  }

  public Sight deskSight() {
    return new Sight(List.of(desk));
  }

  public Sight cardiologySight() {
    return new Sight(List.of(cardiology));
  }

  public <T> T write(Function<Tx, T> work) {
    return store.write(work);
  }

  /// `remote` texts; what the inbox would do for a single text without keyword.
  public Id texts(Remote remote, String text) {
    return write(tx -> {
      Id conversation = conversations.receiving(tx, remote);
      ledger.texted(tx, remote, clock.instant());
      conversations.receive(
          tx,
          conversation,
          new Message.Received(Id.random(), clock.instant(), ReceivedKind.TEXT, text, 0));
      return conversation;
    });
  }

  public void optIn(Remote remote) {
    store.change(tx ->
        ledger.optIn(tx, remote, Ledger.Method.PAPER, Optional.empty(), NURSE, clock.instant()));
  }

  public void optOut(Remote remote) {
    store.change(tx ->
        ledger.optOut(tx, remote, Ledger.Method.SPOKEN, Optional.empty(), NURSE, clock.instant()));
  }

  /// A nurse of the front desk replies.
  public Conversations.Sent reply(Id conversation, String text) {
    return reply(deskSight(), conversation, text);
  }

  public Conversations.Sent reply(Sight sight, Id conversation, String text) {
    return conversations.reply(sight, conversation, Id.random(), text, NURSE).orElseThrow();
  }

  /// What the outbox tells of `message`.
  public void changed(Id message, PartState worst) {
    store.change(tx -> conversations.changed(tx, message, worst));
  }

  public Conversation opened(Sight sight, Id conversation) {
    return conversations.open(sight, conversation, NURSE, "10.0.0.7").orElseThrow();
  }

  public Conversation opened(Id conversation) {
    return opened(deskSight(), conversation);
  }

  /// The texts of a conversation of the front desk, oldest first.
  public List<String> said(Id conversation) {
    return opened(conversation).messages().stream().map(Message::text).toList();
  }

  public Conversations.Inbox inbox(Conversations.View view) {
    return conversations.inbox(deskSight(), view, NURSE, "10.0.0.7");
  }

  /// Acts on the audit log, oldest first.
  public List<String> acts() {
    return store.read(sql ->
        sql.list(
            "select entry from audit_entry order by leaf",
            row ->
                ACT.matcher(row.text("entry"))
                    .results()
                    .map(r -> r.group(1))
                    .findFirst()
                    .orElse("")));
  }

  @Override
  public void close() {
    conversations.close();
    patients.close();
    store.close();
    keyring.close();
  }
}
