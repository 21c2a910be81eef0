package hospital.wardbell;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Keeper;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.backup.Backups;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Compliance;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.consent.AnswerTexts;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.HeldBack;
import hospital.wardbell.directory.Directory;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.Rounds;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.siem.Siem;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.DatabaseKey;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.IndexCheck;
import hospital.wardbell.vault.KeyDesk;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.PeriodEnds;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.ShredList;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;

/// Everything behind the doors of one open home, joined by hand: what each part is given can be
/// read here, and nowhere else. Nothing is shared between two of them, so one process may have
/// several.
///
/// Built, it receives and keeps; it sends once the outbox has been started with its modems.
final class Wiring implements AutoCloseable {
  private final Keyring keyring;
  private final Store store;
  private final Vault vault;
  private final Rotation rotation;
  private final IndexCheck indexCheck;
  private final Audit audit;
  private final Keeper keeper;
  private final Evidence evidence;
  private final Settings settings;
  private final Alerts alerts;
  private final Identity identity;
  private final Directory directory;
  private final Patients patients;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Conversations conversations;
  private final Inbox inbox;
  private final Fleet fleet;
  private final Rounds rounds;
  private final Siem siem;
  private final Backups backups;
  private final Compliance compliance;
  private final Retention retention;
  private final FormerKeys formerKeys;

  private Wiring(Home home, Keyring keyring, Store store, InstantSource clock) {
    this.keyring = keyring;
    this.store = store;
    vault = new Vault(keyring, clock);
    audit = new Audit(store, clock);
    NoteSigner signer = NoteSigner.of(keyring.signingSeed());
    keeper = new Keeper(store, audit, signer, clock);
    evidence = new Evidence(store, signer::verifier);
    settings = new Settings(store, audit, clock);
    alerts = Alerts.of(store, vault, audit, settings, new StaffCircle(vault), clock);
    identity = Identity.of(store, vault, audit, settings, alerts, clock);
    directory = new Directory(store, vault, audit, alerts, identity, clock);
    patients = new Patients(store, vault, audit, clock);
    ledger = new Ledger(vault, audit);
    Gate gate = new Gate(ledger, settings, audit, clock);
    outbox = new Outbox(store, vault, gate, settings, clock);
    conversations = conversations(vault, gate, clock);
    inbox = new Inbox(store, vault, audit, ledger, conversations, clock);
    fleet = new Fleet(store, settings, audit, clock);
    rounds = new Rounds(store, vault, gate, settings, clock);
    inbox.listen(rounds::cameBack);
    siem = new Siem(store, audit, evidence::newest, HostName.text(), ProductVersion.text(), clock);
    backups =
        new Backups(
            home.places(), keyring, store, vault, audit, settings, ProductVersion.text(), clock);
    compliance =
        new Compliance(
            store,
            vault,
            audit,
            evidence,
            settings,
            alerts,
            identity.accounts(),
            patients,
            ledger,
            clock);
    retention =
        new Retention(
            new Retention.Parts(
                store,
                vault,
                audit,
                evidence,
                settings,
                patients,
                conversations,
                inbox,
                outbox,
                gate,
                new ShredList(home.shredded(), vault),
                new PeriodEnds(store, keyring, new KeyRecords(audit), backups::elsewhere, clock)),
            backups::made,
            clock);
    formerKeys = new FormerKeys(store, keyring, new KeyRecords(audit));
    backups.keep(formerKeys);
    BlindParts blind = new BlindParts(store, vault, audit);
    indexCheck = blind.check();
    rotation = blind.rotation(keyring, ledger, patients, identity, clock);
  }

  /// Opens the home's database and joins its parts.
  ///
  /// @param keyring open; closed with this, and also if this fails
  static Wiring build(Home home, Keyring keyring, InstantSource clock) {
    try {
      return join(home, keyring, DatabaseKey.open(home.database(), keyring), clock);
    } catch (RuntimeException e) {
      keyring.close();
      throw e;
    }
  }

  private static Wiring join(Home home, Keyring keyring, Store store, InstantSource clock) {
    try {
      return new Wiring(home, keyring, store, clock);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private Conversations conversations(Vault vault, Gate gate, InstantSource clock) {
    Id frontDesk = identity.accounts().frontDesk();
    Conversations made =
        new Conversations(
            store,
            vault,
            audit,
            frontDesk,
            patients,
            ledger,
            gate,
            new AnswerTexts(settings),
            outbox,
            clock);
    outbox.listen(made);
    made.listen(new KeyRecords(audit));
    return made;
  }

  Vault vault() {
    return vault;
  }

  KeyDesk keyDesk() {
    return new KeyDesk(keyring);
  }

  Keyring keyring() {
    return keyring;
  }

  Rotation rotation() {
    return rotation;
  }

  IndexCheck indexCheck() {
    return indexCheck;
  }

  FormerKeys formerKeys() {
    return formerKeys;
  }

  Store store() {
    return store;
  }

  Audit audit() {
    return audit;
  }

  Keeper keeper() {
    return keeper;
  }

  Evidence evidence() {
    return evidence;
  }

  Settings settings() {
    return settings;
  }

  Alerts alerts() {
    return alerts;
  }

  Identity identity() {
    return identity;
  }

  Directory directory() {
    return directory;
  }

  Patients patients() {
    return patients;
  }

  Ledger ledger() {
    return ledger;
  }

  Outbox outbox() {
    return outbox;
  }

  Conversations conversations() {
    return conversations;
  }

  Inbox inbox() {
    return inbox;
  }

  HeldBack heldBack() {
    return new HeldBack(store, outbox, audit);
  }

  Fleet fleet() {
    return fleet;
  }

  Rounds rounds() {
    return rounds;
  }

  Siem siem() {
    return siem;
  }

  Backups backups() {
    return backups;
  }

  Compliance compliance() {
    return compliance;
  }

  Retention retention() {
    return retention;
  }

  /// Ends the loops, then the database, then wipes the keys.
  @Override
  public void close() {
    identity.close();
    directory.close();
    alerts.close();
    siem.close();
    compliance.close();
    retention.close();
    backups.close();
    rounds.close();
    outbox.close();
    inbox.close();
    conversations.close();
    patients.close();
    fleet.close();
    keeper.close();
    rotation.close();
    indexCheck.close();
    store.close();
    keyring.close();
  }
}
