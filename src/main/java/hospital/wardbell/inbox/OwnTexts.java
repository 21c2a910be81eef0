package hospital.wardbell.inbox;

import hospital.wardbell.base.Remote;
import hospital.wardbell.store.Tx;
import java.time.Instant;

/// Knows the texts that Wardbell sends to itself.
public interface OwnTexts {
  /// Takes a text, in the transaction in which it is read.
  ///
  /// @return whether it is one of them; it is in no conversation then
  boolean take(Tx tx, Remote from, String text, Instant at);
}
