package hospital.wardbell.web.console;

import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.Recorded;
import hospital.wardbell.audit.Search;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Glass;
import hospital.wardbell.identity.GlassReviews;
import hospital.wardbell.identity.GlassUse;
import hospital.wardbell.identity.GlassUse.Finding;
import hospital.wardbell.identity.GlassUse.Opened;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The uses of break-glass: each is looked at by somebody else and signed off.
record GlassReviewPages(
    GlassReviews reviews, Evidence evidence, Accounts accounts, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/break-glass/uses";
  private static final String HERE = "glass-uses";
  private static final int MOST_ENTRIES = 500;

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.GUARD_PRIVACY, this::all);
    routes.get(PATH + "/:id", Permission.GUARD_PRIVACY, request -> page(request, 200, ""));
    routes.post(PATH + "/:id/review", Permission.GUARD_PRIVACY, this::sign);
  }

  private Reply all(Request request) {
    Shell shell = shells.of(request, HERE);
    return views.page(
        200,
        "glass-uses",
        Map.of(
            "shell",
            shell,
            "view",
            new GlassView(accounts, accounts.teams(), shell),
            "uses",
            reviews.uses()));
  }

  private Reply page(Request request, int status, String problem) {
    Opened opened =
        reviews
            .open(request.id("id"), request.actor(), request.origin())
            .orElseThrow(NoSuchPage::new);
    Shell shell = shells.of(request, HERE);
    return views.page(
        status,
        "glass-use",
        Map.of(
            "shell",
            shell,
            "view",
            new GlassView(accounts, accounts.teams(), shell),
            "opened",
            opened,
            "entries",
            entries(opened.use()),
            "most",
            MOST_ENTRIES,
            "problem",
            problem));
  }

  /// What was done under it, the oldest first.
  private List<Recorded> entries(GlassUse use) {
    Glass glass = use.glass();
    Instant end = use.ended().map(GlassUse.Ended::at).orElse(glass.until());
    // Entries of the same moment as the end come behind it.
    long to = evidence.firstSince(end.plusSeconds(60));
    long from = evidence.firstSince(glass.begun());
    // The newest come first; of too many the last are left out, as the page says.
    Deque<Recorded> found = new ArrayDeque<>();
    Optional<Long> below = Optional.of(to);
    while (below.isPresent()) {
      Recorded.Page some =
          evidence.find(
              new Search(
                  List.of(),
                  Optional.of("staff:" + glass.staff()),
                  Search.Acts.ALL,
                  from,
                  below.get()));
      some.entries().stream()
          .filter(entry -> entry.under().equals(Optional.of(glass.use().toString())))
          .forEach(entry -> {
            found.addFirst(entry);
            if (found.size() > MOST_ENTRIES) {
              found.removeLast();
            }
          });
      below = some.below();
    }
    return List.copyOf(found);
  }

  private Reply sign(Request request) {
    Finding finding =
        Arrays.stream(Finding.values())
            .filter(each -> each.name().equals(request.field("finding")))
            .findFirst()
            .orElseThrow(NoSuchPage::new);
    GlassReviews.Outcome outcome =
        reviews.sign(
            request.id("id"),
            finding,
            request.field("note"),
            request.signedIn().staff(),
            request.origin());
    return switch (outcome) {
      case DONE -> new Reply.SeeOther(PATH + "/" + request.id("id"));
      case NOT_THERE -> throw new NoSuchPage();
      case SIGNED_ALREADY, OWN, NOT_OVER, NO_WORDS ->
          page(request, 422, shells.of(request, HERE).say("glass-uses.refused." + outcome));
    };
  }
}
