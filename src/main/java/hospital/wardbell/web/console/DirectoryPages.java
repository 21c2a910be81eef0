package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.directory.Directory;
import hospital.wardbell.directory.DirectoryFault;
import hospital.wardbell.directory.Report;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;
import java.util.Optional;

/// The hospital's directory, for IT: where it is, what its groups mean, how the last look went, and
/// what one would change now. It is set at the server.
record DirectoryPages(
    Directory directory, Accounts accounts, Audit audit, Shells shells, Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/directory", Permission.SEE_SYSTEM, this::show);
    routes.post("/directory/look", Permission.RUN_SYSTEM, this::look);
  }

  private Reply show(Request request) {
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    return page(request, Optional.empty(), Optional.empty());
  }

  private Reply look(Request request) {
    audit.record(Entry.of(request.actor(), "directory.tested").from(request.origin()));
    try {
      return page(request, Optional.of(directory.preview()), Optional.empty());
    } catch (DirectoryFault e) {
      return page(request, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private Reply page(Request request, Optional<Report> would, Optional<String> trouble) {
    return views.page(
        200,
        "directory",
        Map.of(
            "shell",
            shells.of(request, "directory"),
            "server",
            directory.server(),
            "grants",
            directory.grants().all(),
            "teams",
            accounts.teams(),
            "last",
            directory.last(),
            "would",
            would,
            "trouble",
            trouble));
  }
}
