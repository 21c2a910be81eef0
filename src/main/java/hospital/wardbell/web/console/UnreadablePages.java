package hospital.wardbell.web.console;

import hospital.wardbell.identity.Permission;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;

/// What came and could not be read or is not for people, for the lead.
record UnreadablePages(Inbox inbox, Shells shells, Views views) implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/unreadable", Permission.SETTLE, this::show);
  }

  private Reply show(Request request) {
    return views.page(
        200,
        "unreadable",
        Map.of(
            "shell",
            shells.of(request, "unreadable"),
            "texts",
            inbox.unreadable(request.actor(), request.origin()),
            "notices",
            inbox.notices()));
  }
}
