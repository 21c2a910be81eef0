package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.store.Tx;
import java.util.List;

/// Told inside the transaction that a text came while something was expected in its conversation.
/// Features above (reminders, surveys) implement it; joined in `Wiring`.
public interface ReplyListener {
  /// @param expected newest first, never empty
  void replied(Tx tx, Id conversation, Message.Received text, List<Expectation> expected);
}
