package hospital.wardbell.web.console;

import hospital.wardbell.conversation.HeldBack;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;

/// What is held back since texting was out, for the lead, who lets it go.
record HeldPages(HeldBack held, Shells shells, Views views) implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/held", Permission.SETTLE, this::show);
    routes.post("/held/release", Permission.SETTLE, this::release);
  }

  private Reply show(Request request) {
    return views.page(
        200, "held", Map.of("shell", shells.of(request, "held"), "depth", held.depth()));
  }

  private Reply release(Request request) {
    int _ = held.releaseAll(request.actor(), request.origin());
    return new Reply.SeeOther("/held");
  }
}
