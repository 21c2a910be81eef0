package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.LinkDesk.Issued;
import hospital.wardbell.identity.PeopleDesk.Person;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Unlawful;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Page;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Who may come in, for administrators: a list, and a page for each person. Whoever changes
/// something has shown password and code within the last minutes.
///
/// @param address the console's, with a `/` at its end; what a link begins with
record PeoplePages(Identity identity, String address, Audit audit, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/people";
  private static final String NEW = PATH + "/new";
  private static final String PLACE = "people";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.MANAGE_PEOPLE, this::list);
    routes.get(NEW, Permission.MANAGE_PEOPLE, request -> proven(request, NEW, this::empty));
    routes.post(PATH, Permission.MANAGE_PEOPLE, request -> proven(request, NEW, this::invite));
    routes.get(PATH + "/:id", Permission.MANAGE_PEOPLE, this::show);
    change(routes, "roles", this::assign);
    change(routes, "link", this::renew);
    change(routes, "disable", this::disable);
    change(routes, "enable", this::enable);
  }

  /// What is done to one person.
  private interface Change {
    Reply make(Request request, Id person);
  }

  private void change(Routes routes, String name, Change change) {
    routes.post(
        PATH + "/:id/" + name,
        Permission.MANAGE_PEOPLE,
        request -> proven(request, of(request.id("id")), r -> tried(r, change)));
  }

  private Reply proven(Request request, String next, Page page) {
    return StepUpPages.proven(identity.stepUp(), next, page).answer(request);
  }

  private static String of(Id person) {
    return PATH + "/" + person;
  }

  private Reply tried(Request request, Change change) {
    Id person = request.id("id");
    try {
      return change.make(request, person);
    } catch (Unlawful e) {
      return page(request, 422, words(request, e));
    }
  }

  private String words(Request request, Unlawful unlawful) {
    return shells.of(request, PLACE).say("people.rule." + unlawful.rule());
  }

  private Reply list(Request request) {
    read(request);
    return views.page(
        200,
        "people",
        Map.of(
            "shell",
            shells.of(request, PLACE),
            "people",
            identity.people().people(),
            "teams",
            identity.accounts().teams(),
            "lacking",
            identity.people().lacksAdministrators()));
  }

  private void read(Request request) {
    audit.record(Entry.of(request.actor(), "people.read").from(request.origin()));
  }

  private Reply empty(Request request) {
    return form(
        request,
        200,
        PersonForm.empty(identity.accounts().frontDesk(), identity.accounts().teams()),
        "");
  }

  private Reply form(Request request, int status, PersonForm form, String problem) {
    return views.page(
        status,
        "person-new",
        Map.of("shell", shells.of(request, PLACE), "form", form, "problem", problem));
  }

  private Reply invite(Request request) {
    PersonForm form = PersonForm.posted(request, identity.accounts().teams());
    try {
      return link(
          request, identity.links().invite(form.person(), request.actor(), request.origin()));
    } catch (Unlawful e) {
      return form(request, 422, form, words(request, e));
    }
  }

  /// The one page that shows the link; it is the answer to a form, so no address leads to it.
  private Reply link(Request request, Issued issued) {
    Shell shell = shells.of(request, PLACE);
    String link = address + WelcomePages.PATH.substring(1) + "#" + code(issued);
    return views.page(
        200,
        "person-link",
        Map.of(
            "shell",
            shell,
            "issued",
            issued,
            "link",
            link,
            "qr",
            QrDrawing.svg(link, shell.say("people.link"))));
  }

  private static String code(Issued issued) {
    return issued.code().lend(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  private Reply show(Request request) {
    read(request);
    return page(request, 200, "");
  }

  private Reply page(Request request, int status, String problem) {
    Person person = identity.people().person(request.id("id")).orElseThrow(NoSuchPage::new);
    return views.page(
        status,
        "person",
        Map.of(
            "shell",
            shells.of(request, PLACE),
            "person",
            person,
            "form",
            PersonForm.of(person.staff(), identity.accounts().teams()),
            "own",
            person.staff().id().equals(request.signedIn().staff().id()),
            "sessions",
            identity.sessionDesk().of(person.staff().id()),
            "problem",
            problem));
  }

  private Reply assign(Request request, Id person) {
    PersonForm form = PersonForm.posted(request, identity.accounts().teams());
    identity.people().assign(person, form.roles(), form.teams(), request.actor(), request.origin());
    return new Reply.SeeOther(of(person));
  }

  private Reply renew(Request request, Id person) {
    return link(request, identity.links().renew(person, request.actor(), request.origin()));
  }

  private Reply disable(Request request, Id person) {
    identity.people().disable(person, request.actor(), request.origin());
    return new Reply.SeeOther(of(person));
  }

  private Reply enable(Request request, Id person) {
    identity.people().enable(person, request.actor(), request.origin());
    return new Reply.SeeOther(of(person));
  }
}
