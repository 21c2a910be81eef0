package hospital.wardbell.outbox;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;

/// Told inside the transaction whenever a message's worst part changes its state.
public interface SendListener {
  void changed(Tx tx, Id message, PartState worst);
}
