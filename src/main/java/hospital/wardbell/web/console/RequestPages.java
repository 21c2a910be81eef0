package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Compliance;
import hospital.wardbell.compliance.Request.Asked;
import hospital.wardbell.compliance.Request.Asker;
import hospital.wardbell.compliance.Request.Form;
import hospital.wardbell.compliance.Request.Kind;
import hospital.wardbell.compliance.Requests;
import hospital.wardbell.compliance.Requests.Outcome;
import hospital.wardbell.compliance.Watched;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What patients ask for by right: kept, extended, decided and closed. Numbers and names are posted
/// and are in no address.
record RequestPages(
    Compliance compliance, Accounts accounts, NumberSearch search, Shells shells, Views views)
    implements Console.Mounted {
  static final String PATH = "/requests";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.GUARD_PRIVACY, request -> all(request, 200, List.of(), ""));
    routes.post(PATH + "/patient", Permission.GUARD_PRIVACY, this::find);
    routes.post(PATH, Permission.GUARD_PRIVACY, this::make);
    routes.get(PATH + "/:id", Permission.GUARD_PRIVACY, request -> page(request, 200, ""));
    routes.post(PATH + "/:id/talks", Permission.GUARD_PRIVACY, this::decide);
    routes.post(PATH + "/:id/extension", Permission.GUARD_PRIVACY, this::extend);
    routes.post(PATH + "/:id/closing", Permission.GUARD_PRIVACY, this::close);
  }

  private Requests requests() {
    return compliance.requests();
  }

  private Reply all(Request request, int status, List<Watched.Person> found, String problem) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("shell", shells.of(request, "requests"));
    parameters.put("requests", requests().all(request.actor(), request.origin()));
    parameters.put("today", requests().today());
    parameters.put("found", found);
    parameters.put("problem", problem);
    return views.page(status, "requests", parameters);
  }

  private Reply find(Request request) {
    List<Watched.Person> found = search.found(request);
    return found.isEmpty()
        ? all(request, 422, found, shells.of(request, "requests").say("watched.none"))
        : all(request, 200, found, "");
  }

  private Reply make(Request request) {
    Asked asked =
        new Asked(
            chosen(Kind.values(), request.field("kind")),
            id(request.field("patient")),
            chosen(Asker.values(), request.field("asker")),
            request.field("asker-name").strip(),
            request.field("verified").strip(),
            chosen(Form.values(), request.field("form")),
            day(request.field("received")));
    Requests.Made made = requests().make(asked, request.signedIn().staff());
    return made.request()
        .<Reply>map(id -> new Reply.SeeOther(PATH + "/" + id))
        .orElseGet(() -> all(request, 422, List.of(), words(request, made.outcome())));
  }

  private static <E extends Enum<E>> E chosen(E[] all, String name) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private static Id id(String text) {
    try {
      return Id.parse(text);
    } catch (IllegalArgumentException _) {
      throw new NoSuchPage();
    }
  }

  /// What is no day is taken for one that never comes.
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      return LocalDate.MAX;
    }
  }

  private String words(Request request, Outcome outcome) {
    return shells.of(request, "requests").say("requests.refused." + outcome);
  }

  private Reply page(Request request, int status, String problem) {
    var opened =
        requests()
            .open(request.id("id"), request.actor(), request.origin())
            .orElseThrow(NoSuchPage::new);
    RequestView view =
        new RequestView(opened, accounts, requests().today(), shells.of(request, "requests"));
    return views.page(
        status, "request", Map.of("shell", view.shell(), "view", view, "problem", problem));
  }

  private Reply decide(Request request) {
    Id talk = id(request.field("talk"));
    boolean belongs = request.field("belongs").equals("yes");
    return told(
        request, requests().decide(request.id("id"), talk, belongs, request.signedIn().staff()));
  }

  private Reply extend(Request request) {
    return told(
        request,
        requests().extend(request.id("id"), request.field("reason"), request.signedIn().staff()));
  }

  private Reply close(Request request) {
    boolean answered = request.field("how").equals("answered");
    return told(
        request,
        requests()
            .close(request.id("id"), answered, request.field("words"), request.signedIn().staff()));
  }

  private Reply told(Request request, Outcome outcome) {
    return switch (outcome) {
      case DONE -> new Reply.SeeOther(PATH + "/" + request.id("id"));
      case NOT_THERE -> throw new NoSuchPage();
      case CLOSED_ALREADY, EXTENDED_ALREADY, TOO_LATE, NO_WORDS, NOT_YET ->
          page(request, 422, words(request, outcome));
    };
  }
}
