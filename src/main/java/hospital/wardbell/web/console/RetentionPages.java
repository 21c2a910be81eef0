package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Dispositions;
import hospital.wardbell.compliance.Dispositions.Proposal;
import hospital.wardbell.compliance.LegalHold;
import hospital.wardbell.compliance.Retention;
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
import java.util.Optional;
import java.util.function.Function;

/// How long records are kept, legal holds, and proposals to erase, for the privacy officer.
///
/// A telephone number is posted and never part of an address.
///
/// @param numbers reads a number as people write it
record RetentionPages(
    Retention retention,
    Audit audit,
    Accounts accounts,
    Function<String, Optional<PhoneNumber>> numbers,
    Shells shells,
    Views views)
    implements Console.Mounted {
  private static final int LONGEST_NOTE = 500;
  private static final String PAGE = "/retention";

  @Override
  public void mount(Routes routes) {
    routes.get(PAGE, Permission.RETENTION, request -> page(request, 200, ""));
    routes.post("/retention/proposals", Permission.RETENTION, this::propose);
    routes.get("/retention/proposals/:id", Permission.RETENTION, r -> proposal(r, 200, ""));
    routes.post("/retention/proposals/:id/out", Permission.RETENTION, this::takeOut);
    routes.post("/retention/proposals/:id/review", Permission.RETENTION, this::review);
    routes.post("/retention/proposals/:id/approve", Permission.RETENTION, this::approve);
    routes.post("/retention/proposals/:id/withdraw", Permission.RETENTION, this::withdraw);
    routes.get("/retention/proposals/:id/certificate", Permission.RETENTION, this::certificate);
    routes.post("/retention/holds", Permission.RETENTION, this::hold);
    routes.post("/retention/holds/:id/lift", Permission.RETENTION, this::lift);
    routes.post("/retention/patients", Permission.RETENTION, this::know);
  }

  private void look(Request request, Optional<Id> what) {
    Entry entry = Entry.of(request.actor(), "retention.read").from(request.origin());
    audit.record(what.map(entry::about).orElse(entry));
  }

  /// @param problem what was wrong with a form, a key of the page's words; empty if nothing
  private Reply page(Request request, int status, String problem) {
    look(request, Optional.empty());
    Map<String, Object> parameters = new HashMap<>();
    Shell shell = shells.of(request, "retention");
    parameters.put("shell", shell);
    parameters.put("view", new RetentionView(retention, accounts, shell));
    parameters.put("problem", problem);
    return views.page(status, "retention", parameters);
  }

  private Reply propose(Request request) {
    return switch (retention.dispositions().propose(request.actor(), request.origin())) {
      case Proposal.Made(Id id, _) -> new Reply.SeeOther("/retention/proposals/" + id);
      case Proposal.Open(Id id) -> new Reply.SeeOther("/retention/proposals/" + id);
      case Proposal.Nothing() -> page(request, 200, "retention.nothing");
    };
  }

  private Reply proposal(Request request, int status, String problem) {
    Id id = request.id("id");
    look(request, Optional.of(id));
    Shell shell = shells.of(request, "retention");
    return views.page(
        status,
        "proposal",
        Map.of(
            "shell",
            shell,
            "whole",
            retention.dispositions().find(id).orElseThrow(NoSuchPage::new),
            "view",
            new RetentionView(retention, accounts, shell),
            "problem",
            problem));
  }

  private Reply takeOut(Request request) {
    List<Integer> places =
        request.form().keySet().stream()
            .filter(field -> field.matches("item-\\d{1,4}"))
            .map(field -> Integer.parseInt(field.substring("item-".length())))
            .toList();
    int out =
        retention
            .dispositions()
            .takeOut(
                request.id("id"),
                places,
                chosen(request, "why", Dispositions.TakenOut.values()),
                request.actor(),
                request.origin());
    return out > 0 ? back(request) : proposal(request, 422, "retention.out.none");
  }

  private static <E extends Enum<E>> E chosen(Request request, String field, E[] all) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(request.field(field)))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private static Reply back(Request request) {
    return new Reply.SeeOther("/retention/proposals/" + request.id("id"));
  }

  private interface Act {
    Dispositions.Outcome on(Id disposition, Actor by, String origin);
  }

  private Reply act(Request request, Act act) {
    return switch (act.on(request.id("id"), request.actor(), request.origin())) {
      case DONE -> {
        retention.wake();
        yield back(request);
      }
      case NOT_NOW -> proposal(request, 422, "retention.not-now");
      case SAME_PERSON, NO_PERSON -> proposal(request, 422, "retention.same-person");
    };
  }

  private Reply review(Request request) {
    return act(request, retention.dispositions()::review);
  }

  private Reply approve(Request request) {
    return act(request, retention.dispositions()::approve);
  }

  private Reply withdraw(Request request) {
    return act(request, retention.dispositions()::withdraw);
  }

  private Reply certificate(Request request) {
    Id id = request.id("id");
    look(request, Optional.of(id));
    Shell shell = shells.of(request, "retention");
    return views.page(
        200,
        "certificate",
        Map.of(
            "shell",
            shell,
            "certificate",
            CertificateView.of(
                retention
                    .dispositions()
                    .find(id)
                    .flatMap(whole -> retention.certificates().of(whole.disposition()))
                    .orElseThrow(NoSuchPage::new),
                new RetentionView(retention, accounts, shell))));
  }

  /// On every patient with that number, and on every conversation with it.
  private Reply hold(Request request) {
    Optional<PhoneNumber> number = numbers.apply(request.field("number").strip());
    String note = request.field("note").strip();
    if (number.isEmpty() || note.length() > LONGEST_NOTE) {
      return page(request, 422, "retention.hold.unread");
    }
    int held =
        retention
            .holds()
            .set(
                number.get(),
                chosen(request, "reason", LegalHold.Reason.values()),
                note,
                request.actor(),
                request.origin());
    return held > 0 ? new Reply.SeeOther(PAGE) : page(request, 422, "retention.hold.nobody");
  }

  private Reply lift(Request request) {
    LegalHold.Lifted why = chosen(request, "why", LegalHold.Lifted.values());
    if (!retention.holds().lift(request.id("id"), why, request.actor(), request.origin())) {
      throw new NoSuchPage();
    }
    return new Reply.SeeOther(PAGE);
  }

  /// What decides about a patient's time: birth and discharge, as far as it is known.
  private Reply know(Request request) {
    Optional<PhoneNumber> number = numbers.apply(request.field("number").strip());
    try {
      boolean known =
          number.isPresent()
              && retention.know(
                  number.get(),
                  day(request, "born"),
                  day(request, "discharged"),
                  request.actor(),
                  request.origin());
      return known ? new Reply.SeeOther(PAGE) : page(request, 422, "retention.know.not-one");
    } catch (DateTimeException _) {
      return page(request, 422, "retention.know.not-one");
    }
  }

  private static Optional<LocalDate> day(Request request, String field) {
    return Optional.of(request.field(field)).filter(day -> !day.isEmpty()).map(LocalDate::parse);
  }
}
