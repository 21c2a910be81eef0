package hospital.wardbell.web.console;

import hospital.wardbell.compliance.AccessReviews;
import hospital.wardbell.compliance.AccessReviews.Outcome;
import hospital.wardbell.compliance.Review;
import hospital.wardbell.compliance.Review.Opened;
import hospital.wardbell.compliance.Week;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.GlassReviews;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// The weekly reviews of who looked at whom.
record ReviewPages(
    AccessReviews reviews, GlassReviews glass, Accounts accounts, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/reviews";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.GUARD_PRIVACY, this::all);
    routes.get(PATH + "/:week", Permission.GUARD_PRIVACY, request -> page(request, 200, ""));
    routes.post(PATH + "/:week/looks/:id", Permission.GUARD_PRIVACY, this::note);
    routes.post(PATH + "/:week/sign", Permission.GUARD_PRIVACY, this::sign);
  }

  private Reply all(Request request) {
    return views.page(
        200,
        "reviews",
        Map.of(
            "shell",
            shells.of(request, "reviews"),
            "reviews",
            reviews.reviews(),
            "drawing",
            reviews.drawing(),
            "late",
            glass.overdue()));
  }

  private Reply page(Request request, int status, String problem) {
    Opened opened =
        reviews.open(week(request), request.actor(), request.origin()).orElseThrow(NoSuchPage::new);
    ReviewView view = new ReviewView(opened, accounts, shells.of(request, "reviews"));
    return views.page(
        status, "review", Map.of("shell", view.shell(), "view", view, "problem", problem));
  }

  private static Week week(Request request) {
    return Week.parse(request.path().getOrDefault("week", "")).orElseThrow(NoSuchPage::new);
  }

  private Reply note(Request request) {
    Staff by = request.signedIn().staff();
    Review.Finding finding = finding(request.field("finding")).orElseThrow(NoSuchPage::new);
    return told(
        request,
        reviews.note(week(request), request.id("id"), finding, request.field("note"), by),
        "#" + request.id("id"));
  }

  private static Optional<Review.Finding> finding(String name) {
    return Arrays.stream(Review.Finding.values())
        .filter(finding -> finding.name().equals(name))
        .findFirst();
  }

  private Reply sign(Request request) {
    Staff by = request.signedIn().staff();
    return told(request, reviews.sign(week(request), request.field("note"), by), "");
  }

  private Reply told(Request request, Outcome outcome, String place) {
    return switch (outcome) {
      case DONE -> new Reply.SeeOther(PATH + "/" + week(request).text() + place);
      case NOT_THERE -> throw new NoSuchPage();
      case SIGNED_ALREADY, OWN_LOOK, STILL_OPEN, NO_WORDS ->
          page(request, 422, shells.of(request, "reviews").say("reviews.refused." + outcome));
    };
  }
}
