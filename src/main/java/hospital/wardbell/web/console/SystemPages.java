package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.backup.Health;
import hospital.wardbell.identity.GlassReviews;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;
import java.util.function.Supplier;

/// How the box is, for IT; help, for everybody; and whether texting works, for the top of every
/// page.
record SystemPages(
    Outbox outbox,
    Supplier<Health> backups,
    GlassReviews glass,
    Audit audit,
    Shells shells,
    Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/system", Permission.SEE_SYSTEM, this::show);
    routes.get("/help", Permission.OWN_SESSION, this::help);
    routes.get("/texting", Permission.OWN_SESSION, this::texting);
  }

  private Reply show(Request request) {
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    Shell shell = shells.of(request, "system");
    return request.fragment()
        ? views.page(200, "modems", Map.of("shell", shell))
        : views.page(
            200,
            "system",
            Map.of(
                "shell",
                shell,
                "depth",
                outbox.depth(),
                "backups",
                BackupWords.of(backups.get(), shell),
                "late",
                glass.overdue()));
  }

  private Reply help(Request request) {
    return views.page(200, "help", Map.of("shell", shells.of(request, "help")));
  }

  private Reply texting(Request request) {
    return views.page(200, "texting", Map.of("shell", shells.of(request, "")));
  }
}
