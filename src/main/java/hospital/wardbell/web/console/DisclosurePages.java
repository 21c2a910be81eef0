package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Compliance;
import hospital.wardbell.compliance.Disclosure.Told;
import hospital.wardbell.compliance.Disclosures;
import hospital.wardbell.compliance.Disclosures.Outcome;
import hospital.wardbell.compliance.Watched;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// To whom something about patients was disclosed, for the privacy officer; numbers and names are
/// posted and are in no address.
record DisclosurePages(Compliance compliance, NumberSearch search, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/disclosures";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.GUARD_PRIVACY, request -> page(request, 200, List.of(), "", ""));
    routes.post(PATH + "/patient", Permission.GUARD_PRIVACY, this::find);
    routes.post(PATH + "/of", Permission.GUARD_PRIVACY, this::of);
    routes.post(PATH, Permission.GUARD_PRIVACY, this::tell);
  }

  private Disclosures disclosures() {
    return compliance.disclosures();
  }

  /// @param disclosure the id of one whose patient is looked for; empty if none is
  private Reply page(
      Request request, int status, List<Watched.Person> found, String disclosure, String problem) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("shell", shells.of(request, "disclosures"));
    parameters.put("open", disclosures().nobodys(request.actor(), request.origin()));
    parameters.put("found", found);
    parameters.put("disclosure", disclosure);
    parameters.put("problem", problem);
    return views.page(status, "disclosures", parameters);
  }

  private Reply find(Request request) {
    List<Watched.Person> found = search.found(request);
    String problem = found.isEmpty() ? shells.of(request, "disclosures").say("watched.none") : "";
    String disclosure =
        request.field("disclosure").matches("[0-9a-f]{32}") ? request.field("disclosure") : "";
    return page(request, found.isEmpty() ? 422 : 200, found, disclosure, problem);
  }

  /// A patient was chosen: whose a misdirected text was, or whose disclosures are wanted.
  private Reply of(Request request) {
    Id patient = id(request.field("patient"));
    if (request.field("disclosure").isEmpty()) {
      return patient(request, 200, patient, "");
    }
    Outcome outcome =
        disclosures().assign(id(request.field("disclosure")), patient, request.signedIn().staff());
    return told(request, patient, outcome);
  }

  private static Id id(String text) {
    try {
      return Id.parse(text);
    } catch (IllegalArgumentException _) {
      throw new NoSuchPage();
    }
  }

  private Reply patient(Request request, int status, Id id, String problem) {
    var patient = disclosures().patient(id).orElseThrow(NoSuchPage::new);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("shell", shells.of(request, "disclosures"));
    parameters.put("patient", patient);
    parameters.put("all", disclosures().of(id, request.actor(), request.origin()));
    parameters.put("today", compliance.requests().today());
    parameters.put("problem", problem);
    return views.page(status, "disclosures-of", parameters);
  }

  private Reply tell(Request request) {
    Id patient = id(request.field("patient"));
    Told told =
        new Told(
            day(request.field("day")),
            request.field("recipient").strip(),
            request.field("what").strip(),
            request.field("why").strip());
    return told(request, patient, disclosures().tell(patient, told, request.signedIn().staff()));
  }

  /// What is no day is taken for one that never comes.
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException _) {
      return LocalDate.MAX;
    }
  }

  private Reply told(Request request, Id patient, Outcome outcome) {
    return switch (outcome) {
      case DONE -> patient(request, 200, patient, "");
      case NOT_THERE -> throw new NoSuchPage();
      case TOLD_ALREADY, NO_WORDS, NOT_YET ->
          patient(
              request,
              422,
              patient,
              shells.of(request, "disclosures").say("disclosures.refused." + outcome));
    };
  }
}
