package hospital.wardbell;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.BlindConversations;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.inbox.BlindInbox;
import hospital.wardbell.outbox.BlindOutbox;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.BlindTable;
import hospital.wardbell.vault.IndexCheck;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// What is found by the index key, each feature's own: how it is checked, and brought under another
/// key.
record BlindParts(Store store, Vault vault, Audit audit) {
  IndexCheck check() {
    return new IndexCheck(
        store,
        vault,
        new KeyRecords(audit),
        List.of(Ledger.INDEXED, Patients.INDEXED, Conversations.INDEXED));
  }

  Rotation rotation(
      Keyring keyring, Ledger ledger, Patients patients, Identity identity, InstantSource clock) {
    BlindConversations blind = new BlindConversations(store, vault);
    List<BlindTable> tables = new ArrayList<>();
    tables.add(ledger.blindTable());
    tables.add(patients.blindTable());
    tables.add(blind.conversations());
    tables.addAll(new BlindOutbox(vault, blind::remote, clock).tables());
    tables.addAll(new BlindInbox(vault, clock).tables());
    return new Rotation(
        store,
        keyring,
        new KeyRecords(audit),
        tables,
        List.of(blind.words(), identity.blindRows()),
        clock);
  }
}
