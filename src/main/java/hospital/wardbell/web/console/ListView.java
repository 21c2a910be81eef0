package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.InboxLine;
import java.util.Locale;
import java.util.Optional;

/// The list of conversations beside a thread.
///
/// @param open the conversation that is shown beside it
public record ListView(View view, Inbox inbox, Optional<Id> open) {
  /// The view's name in addresses.
  public String name() {
    return view.name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen(InboxLine line) {
    return open.map(line.conversation()::equals).orElse(false);
  }

  /// The patient's name; several on a shared telephone; else the number.
  public String heading(InboxLine line) {
    return line.names().isEmpty() ? Remotes.shown(line.remote()) : String.join(" / ", line.names());
  }
}
