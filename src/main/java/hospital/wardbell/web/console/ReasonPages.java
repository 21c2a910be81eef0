package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.LookReasons;
import hospital.wardbell.compliance.LookReasons.Why;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks why somebody wants to see a guarded patient's conversation, and goes on to it.
record ReasonPages(LookReasons reasons, Shells shells, Views views) implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.post("/conversations/:id/reason", Permission.READ_CONVERSATIONS, this::give);
  }

  /// The question, if it must be answered before the conversation is shown. A fragment that is
  /// fetched for a page that is open already gets no page in its place.
  static Optional<Reply> due(
      Request request, Id conversation, LookReasons reasons, Shells shells, Views views) {
    if (!reasons.isDue(request.sight(), conversation, request.signedIn().staff())) {
      return Optional.empty();
    }
    return Optional.of(page(request, request.fragment() ? 403 : 200, conversation, shells, views));
  }

  private static Reply page(
      Request request, int status, Id conversation, Shells shells, Views views) {
    return views.page(
        status,
        "reason",
        Map.of(
            "shell",
            shells.of(request, "inbox"),
            "conversation",
            conversation.toString(),
            "view",
            InboxPages.viewName(request),
            "reasons",
            List.of(Why.values()),
            "hours",
            LookReasons.HOLDS.toHours()));
  }

  private Reply give(Request request) {
    Id conversation = request.id("id");
    Optional<Why> why =
        Arrays.stream(Why.values())
            .filter(each -> each.name().equals(request.field("why")))
            .findFirst();
    if (why.isEmpty()) {
      return page(request, 422, conversation, shells, views);
    }
    boolean given =
        reasons.give(
            request.sight(), conversation, why.get(), request.signedIn().staff(), request.origin());
    if (!given) {
      throw new NoSuchPage();
    }
    return new Reply.SeeOther(
        "/conversations/" + conversation + "?v=" + InboxPages.viewName(request));
  }
}
