package hospital.wardbell.web.console;

import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Who is trained and who is late: for the privacy officer and auditors of everybody, for a lead of
/// those in the lead's teams; and the rule that only who is trained sends.
record TrainingPeoplePages(Identity identity, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = TrainingPages.PATH + "/people";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.READ_TRAINING, this::list);
    routes.get(
        PATH + "/file",
        Permission.READ_TRAINING,
        StepUpPages.proven(identity.stepUp(), PATH, this::file));
    routes.post(
        PATH + "/rule",
        Permission.GUARD_PRIVACY,
        StepUpPages.proven(identity.stepUp(), PATH, this::rule));
  }

  private Reply list(Request request) {
    Staff staff = request.signedIn().staff();
    return views.page(
        200,
        "training-people",
        Map.of(
            "shell",
            shells.of(request, TrainingPages.PLACE),
            "people",
            identity.trainingReport().seenBy(staff, request.origin()),
            "titles",
            TrainingPages.titles(identity, request.language()),
            "required",
            identity.trainingReport().isRequired(),
            "mayRule",
            identity.permits(staff, Permission.GUARD_PRIVACY)));
  }

  private Reply file(Request request) {
    byte[] csv =
        identity
            .trainingReport()
            .csv(request.signedIn().staff(), request.origin())
            .getBytes(StandardCharsets.UTF_8);
    return new Reply.Download(
        "wardbell-training.csv", "text/csv; charset=utf-8", out -> out.write(csv));
  }

  private Reply rule(Request request) {
    identity.trainingReport().require(request.field("required").equals("yes"), request.actor());
    return new Reply.SeeOther(PATH);
  }
}
