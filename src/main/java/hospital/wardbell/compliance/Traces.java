package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.consent.Gate;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.store.Tx;

/// What an erased message has left elsewhere: by which its remote would be recognised.
record Traces(Inbox inbox, Outbox outbox, Gate gate) {
  void blank(Tx tx, Id message) {
    inbox.forget(tx, message);
    outbox.forget(tx, message);
    gate.forget(tx, message);
  }
}
