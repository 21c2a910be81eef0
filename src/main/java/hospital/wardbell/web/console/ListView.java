package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.LookReasons;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.conversation.InboxLine;
import hospital.wardbell.identity.Glass;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.web.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The list of conversations beside a thread.
///
/// @param open the conversation that is shown beside it
/// @param guarded those of which nothing is shown before the reader says why
/// @param glass the team that the reader may read by break-glass: of its conversations nothing is
///   shown before they are opened, so that what was seen is on record one by one
public record ListView(
    View view, Inbox inbox, Optional<Id> open, Set<Id> guarded, Optional<Id> glass) {
  public ListView {
    guarded = Set.copyOf(guarded);
  }

  static ListView of(
      View view, Inbox inbox, Optional<Id> open, LookReasons reasons, Request request) {
    List<Id> listed = inbox.lines().stream().map(InboxLine::conversation).toList();
    Staff reader = request.signedIn().staff();
    return new ListView(
        view, inbox, open, reasons.due(listed, reader), reader.glass().map(Glass::team));
  }

  public boolean isGuarded(InboxLine line) {
    return guarded.contains(line.conversation());
  }

  public boolean isBehindGlass(InboxLine line) {
    return glass.map(line.team()::equals).orElse(false);
  }

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
