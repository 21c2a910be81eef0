package hospital.wardbell.web.console;

import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;
import java.util.Optional;

/// The inbox: who waits longest comes first.
record InboxPages(Conversations conversations, Shells shells, Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/inbox", Permission.READ_CONVERSATIONS, this::show);
  }

  private Reply show(Request request) {
    View view = view(request);
    Inbox inbox = conversations.inbox(request.sight(), view, request.actor(), request.origin());
    ListView list = new ListView(view, inbox, Optional.empty());
    return views.page(
        200,
        request.fragment() ? "list" : "inbox",
        Map.of("shell", shells.of(request, "inbox"), "list", list));
  }

  static View view(Request request) {
    return request.query().getOrDefault("v", "waiting").equals("all") ? View.ALL : View.WAITING;
  }
}
