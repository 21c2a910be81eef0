package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.OffBoarding;
import hospital.wardbell.identity.PeopleDesk.Person;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Unlawful;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Map;
import java.util.Optional;

/// Somebody leaves: what will be done, or what was done and when, to be printed.
record OffBoardingPages(Identity identity, Audit audit, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PLACE = "people";

  @Override
  public void mount(Routes routes) {
    routes.get("/people/:id/offboard", Permission.MANAGE_PEOPLE, this::show);
    routes.post(
        "/people/:id/offboard",
        Permission.MANAGE_PEOPLE,
        request ->
            StepUpPages.proven(identity.stepUp(), of(request.id("id")), this::leave)
                .answer(request));
  }

  private static String of(Id person) {
    return "/people/" + person + "/offboard";
  }

  private Reply show(Request request) {
    audit.record(
        Entry.of(request.actor(), "people.read").about(request.id("id")).from(request.origin()));
    return page(request, 200, "");
  }

  private Reply leave(Request request) {
    try {
      OffBoarding done =
          identity.offBoarding().offBoard(request.id("id"), request.actor(), request.origin());
      return new Reply.SeeOther(of(done.person()));
    } catch (Unlawful e) {
      return page(request, 422, shells.of(request, PLACE).say("people.rule." + e.rule()));
    }
  }

  private Reply page(Request request, int status, String problem) {
    Person person = identity.people().person(request.id("id")).orElseThrow(NoSuchPage::new);
    Optional<OffBoarding> done = identity.offBoarding().of(person.staff().id());
    Shell shell = shells.of(request, PLACE);
    return views.page(
        status,
        "offboard",
        Map.of(
            "shell",
            shell,
            "person",
            person.staff(),
            "done",
            done,
            "by",
            done.map(OffBoarding::by).map(by -> who(shell, by)).orElse(""),
            "problem",
            problem));
  }

  /// The person's name, or the operating system's user at the server.
  private String who(Shell shell, String by) {
    String[] parts = by.split(":", 2);
    return parts[0].equals("staff")
        ? identity.accounts().name(Id.parse(parts[1])).orElse(by)
        : shell.say("offboard.at-server", parts[1]);
  }
}
