package hospital.wardbell.web.console;

import hospital.wardbell.alert.Alert;
import hospital.wardbell.alert.Alerts;
import hospital.wardbell.alert.Reader;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.List;
import java.util.Map;

/// What the reader must know, and the button that says so. Everybody has the page and sees what
/// concerns them.
record AlertPages(Alerts alerts, Accounts accounts, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/alerts";
  private static final String HERE = "alerts";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.OWN_SESSION, request -> page(request, 200, ""));
    routes.get(PATH + "/bell", Permission.OWN_SESSION, this::bell);
    routes.post(PATH + "/:id/acknowledgement", Permission.OWN_SESSION, this::acknowledge);
  }

  private Reply page(Request request, int status, String problem) {
    Reader reader = StaffCircle.reader(request.signedIn().staff());
    Shell shell = shells.of(request, HERE);
    List<Alert> settled =
        alerts.settled().stream().filter(alert -> alert.concerns(reader)).toList();
    AlertView view = new AlertView(alerts.concerning(reader), settled, accounts, shell);
    return views.page(
        status,
        request.fragment() ? "alert-list" : "alerts",
        Map.of("shell", shell, "view", view, "problem", problem));
  }

  /// What is at the top of every page.
  private Reply bell(Request request) {
    return views.page(200, "bell", Map.of("shell", shells.of(request, "")));
  }

  private Reply acknowledge(Request request) {
    Reader reader = StaffCircle.reader(request.signedIn().staff());
    return switch (alerts.acknowledge(
        request.id("id"), reader, request.actor(), request.origin())) {
      case DONE -> new Reply.SeeOther(PATH);
      case SETTLED_ALREADY ->
          page(request, 409, shells.of(request, HERE).say("alerts.settled-already"));
      case NOT_THERE -> throw new NoSuchPage();
    };
  }
}
