package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.LookReasons;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.Inbox;
import hospital.wardbell.conversation.Conversations.View;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The inbox: who waits longest comes first.
record InboxPages(Conversations conversations, LookReasons reasons, Shells shells, Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/inbox", Permission.READ_CONVERSATIONS, this::show);
  }

  private Reply show(Request request) {
    View view = view(request);
    Inbox inbox = conversations.inbox(request.sight(), view, request.actor(), request.origin());
    ListView list = ListView.of(view, inbox, open(request), reasons, request);
    return views.page(
        200,
        request.fragment() ? "list" : "inbox",
        Map.of("shell", shells.of(request, "inbox"), "list", list));
  }

  /// The conversation beside the list, when the list is fetched anew for its page.
  private static Optional<Id> open(Request request) {
    try {
      return Optional.ofNullable(request.query().get("open")).map(Id::parse);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static String viewName(Request request) {
    return view(request).name().toLowerCase(Locale.ROOT);
  }

  static View view(Request request) {
    return request.query().getOrDefault("v", "waiting").equals("all") ? View.ALL : View.WAITING;
  }
}
