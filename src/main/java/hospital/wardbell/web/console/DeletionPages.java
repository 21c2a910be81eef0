package hospital.wardbell.web.console;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.conversation.Deleting;
import hospital.wardbell.conversation.Deletion;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Deleting a message, and what was deleted, for the privacy officer.
record DeletionPages(
    Deleting deleting,
    Retention retention,
    Audit audit,
    Accounts accounts,
    Shells shells,
    Views views)
    implements Console.Mounted {
  private static final int LONGEST_NOTE = 500;

  @Override
  public void mount(Routes routes) {
    routes.get("/messages/:id/delete", Permission.DELETE, request -> confirm(request, 200, ""));
    routes.post("/messages/:id/delete", Permission.DELETE, this::delete);
    routes.get("/deleted", Permission.RETENTION, request -> list(request, Optional.empty()));
    routes.post("/deleted/:id", Permission.RETENTION, this::read);
  }

  /// @param problem a key of the page's words; empty if nothing is wrong
  private Reply confirm(Request request, int status, String problem) {
    Deleting.Deletable message =
        deleting.deletable(request.sight(), request.id("id")).orElseThrow(NoSuchPage::new);
    return views.page(
        status,
        "delete",
        Map.of(
            "shell",
            shells.of(request, "inbox"),
            "message",
            message,
            "reference",
            Reference.of(message.id()).text(),
            "problem",
            problem));
  }

  private Reply delete(Request request) {
    Id id = request.id("id");
    Deleting.Deletable message =
        deleting.deletable(request.sight(), id).orElseThrow(NoSuchPage::new);
    String note = request.field("note").strip();
    if (note.length() > LONGEST_NOTE) {
      return confirm(request, 422, "delete.too-long");
    }
    return switch (deleting.delete(
        request.sight(), id, why(request), note, request.actor(), request.origin())) {
      case DELETED -> new Reply.SeeOther("/conversations/" + message.conversation());
      case NOT_THERE -> throw new NoSuchPage();
      case STILL_TO_GO -> confirm(request, 422, "delete.still-to-go");
    };
  }

  private static Deletion.Reason why(Request request) {
    return Arrays.stream(Deletion.Reason.values())
        .filter(why -> why.name().equals(request.field("why")))
        .findFirst()
        .orElseThrow(NoSuchPage::new);
  }

  private Reply list(Request request, Optional<Deleting.Kept> read) {
    audit.record(Entry.of(request.actor(), "retention.read").from(request.origin()));
    Shell shell = shells.of(request, "deleted");
    return views.page(
        200,
        "deleted",
        Map.of(
            "shell",
            shell,
            "messages",
            deleting.newest(),
            "read",
            read,
            "view",
            new RetentionView(retention, accounts, shell)));
  }

  private Reply read(Request request) {
    Deleting.Kept kept =
        deleting
            .read(request.id("id"), request.actor(), request.origin())
            .orElseThrow(NoSuchPage::new);
    return list(request, Optional.of(kept));
  }
}
