package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import java.util.Optional;

/// A message on its way to be found.
///
/// @param team whose words they are; [#NOBODY] of what was erased
/// @param text empty if it cannot be opened: whoever opens the conversation is told why
record Numbered(long ordinal, Id team, Optional<String> text) {
  static final Id NOBODY = Id.of(new byte[16]);

  @Override
  public String toString() {
    return "Numbered[" + ordinal + "]";
  }
}
