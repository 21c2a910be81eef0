package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.siem.Siem;
import hospital.wardbell.siem.Target;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// The log collectors: how it goes with each, and a button to try one.
record ForwardingPages(Siem siem, Audit audit, Shells shells, Views views)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/forwarding", Permission.SEE_SYSTEM, this::show);
    routes.post("/forwarding/:name/test", Permission.RUN_SYSTEM, this::test);
  }

  private Reply show(Request request) {
    audit.record(Entry.of(request.actor(), "system.read").from(request.origin()));
    return page(request, Optional.empty());
  }

  private Reply test(Request request) {
    Target target =
        siem.named(request.path().getOrDefault("name", "")).orElseThrow(NoSuchPage::new);
    Optional<String> trouble = Optional.empty();
    try {
      siem.test(target, request.actor(), request.origin());
    } catch (IOException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
    return page(request, Optional.of(new TriedTarget(target.name(), trouble)));
  }

  private Reply page(Request request, Optional<TriedTarget> tried) {
    return views.page(
        200,
        "forwarding",
        Map.of(
            "shell",
            shells.of(request, "forwarding"),
            "standings",
            siem.standings(),
            "tried",
            tried));
  }
}
