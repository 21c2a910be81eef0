package hospital.wardbell.conversation;

import hospital.wardbell.conversation.Conversations.ApiMessage;
import java.util.List;
import java.util.Optional;

/// Messages found by their words, newest first.
///
/// @param more where the next page begins, if there may be one
/// @param isBehind whether some messages may not have been looked through: too many have come at
///   once, or the index is not as it was kept, and is made anew
public record Found(List<ApiMessage> messages, Optional<Long> more, boolean isBehind) {
  static final Found NOTHING = new Found(List.of(), Optional.empty(), false);

  public Found {
    messages = List.copyOf(messages);
  }
}
