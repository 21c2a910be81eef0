package hospital.wardbell.web.console;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Watched;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom reviews watch more closely. Numbers and names are posted and shown, and are in no address.
record WatchedPages(Watched watched, NumberSearch search, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/watched";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.GUARD_PRIVACY, request -> page(request, 200, List.of(), "", ""));
    routes.post(PATH, Permission.GUARD_PRIVACY, this::find);
    routes.post(PATH + "/patients/:id", Permission.GUARD_PRIVACY, this::watch);
    routes.post(PATH + "/staff", Permission.GUARD_PRIVACY, this::ownNumber);
  }

  private Reply page(
      Request request, int status, List<Watched.Person> found, String done, String problem) {
    return views.page(
        status,
        "watched",
        Map.of(
            "shell",
            shells.of(request, "reviews"),
            "found",
            found,
            "done",
            done,
            "problem",
            problem));
  }

  private Reply find(Request request) {
    List<Watched.Person> found = search.found(request);
    return found.isEmpty()
        ? page(request, 422, found, "", say(request, "watched.none"))
        : page(request, 200, found, "", "");
  }

  private Reply watch(Request request) {
    boolean closely = request.field("watch").equals("yes");
    watched.watch(request.id("id"), closely, request.signedIn().staff());
    return page(request, 200, List.of(), say(request, closely ? "watched.on" : "watched.off"), "");
  }

  private Reply ownNumber(Request request) {
    String typed = request.field("number").strip();
    Optional<PhoneNumber> number = search.numbers().apply(typed);
    if (!typed.isEmpty() && number.isEmpty()) {
      return page(request, 422, List.of(), "", say(request, "watched.no-number"));
    }
    boolean known = watched.ownNumber(request.field("login"), number, request.signedIn().staff());
    return known
        ? page(request, 200, List.of(), say(request, "watched.kept"), "")
        : page(request, 422, List.of(), "", say(request, "watched.no-login"));
  }

  private String say(Request request, String key) {
    return shells.of(request, "reviews").say(key);
  }
}
