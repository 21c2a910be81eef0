package hospital.wardbell.web.console;

import hospital.wardbell.compliance.Compliance;
import hospital.wardbell.compliance.Copies;
import hospital.wardbell.compliance.Requests.Opened;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.StepUp;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;

/// The files that requests are answered with, for the privacy officer who has just shown again who
/// they are. They are made while they go out, and are on no disk of ours.
record CopyPages(Compliance compliance, StepUp stepUp, Shells shells) implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    String path = RequestPages.PATH + "/:id/";
    routes.get(path + "pdf", Permission.GUARD_PRIVACY, request -> proven(request, true));
    routes.get(path + "json", Permission.GUARD_PRIVACY, request -> proven(request, false));
  }

  private Reply proven(Request request, boolean pdf) {
    String next = RequestPages.PATH + "/" + request.id("id");
    return StepUpPages.proven(stepUp, next, r -> file(r, pdf)).answer(request);
  }

  private Reply file(Request request, boolean pdf) {
    Opened opened =
        compliance
            .requests()
            .open(request.id("id"), request.actor(), request.origin())
            .orElseThrow(NoSuchPage::new);
    if (!opened.mayCopy()) {
      return new Reply.SeeOther(RequestPages.PATH + "/" + opened.request().id());
    }
    Words words = shells.words(opened.patient().getFirst().language());
    Copies.Copy copy =
        compliance
            .copies()
            .of(
                opened,
                pdf,
                words::of,
                words.locale(),
                request.signedIn().staff(),
                request.origin());
    // Named by its reference: whose it is stands inside.
    String name = "wardbell-" + opened.request().reference().text();
    return pdf
        ? new Reply.Download(name + ".pdf", "application/pdf", copy::write)
        : new Reply.Download(name + ".json", "application/json", copy::write);
  }
}
