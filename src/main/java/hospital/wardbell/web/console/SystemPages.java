package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;

/// How the box is, for IT; help, for everybody; and whether texting works, for the top of every
/// page.
record SystemPages(Outbox outbox, Audit audit, Shells shells, Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/system", Permission.SEE_SYSTEM, this::show);
    routes.get("/help", Permission.OWN_SESSION, this::help);
    routes.get("/texting", Permission.OWN_SESSION, this::texting);
  }

  private Reply show(Request request) {
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    return views.page(
        200,
        request.fragment() ? "modems" : "system",
        Map.of("shell", shells.of(request, "system"), "depth", outbox.depth()));
  }

  private Reply help(Request request) {
    return views.page(200, "help", Map.of("shell", shells.of(request, "help")));
  }

  private Reply texting(Request request) {
    return views.page(200, "texting", Map.of("shell", shells.of(request, "")));
  }
}
