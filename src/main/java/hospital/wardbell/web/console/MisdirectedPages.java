package hospital.wardbell.web.console;

import hospital.wardbell.compliance.Disclosures;
import hospital.wardbell.conversation.Transcripts.Sent;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.List;
import java.util.Map;

/// A text that went to the wrong person, told by whoever notices.
record MisdirectedPages(Disclosures disclosures, Shells shells, Views views)
    implements Console.Mounted {
  private static final String PATH = "/messages/:id/misdirected";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.TEND, request -> page(request, 200, ""));
    routes.post(PATH, Permission.TEND, this::tell);
  }

  private Sent sent(Request request) {
    return disclosures.sent(request.sight(), request.id("id")).orElseThrow(NoSuchPage::new);
  }

  private Reply page(Request request, int status, String problem) {
    Sent sent = sent(request);
    return views.page(
        status,
        "misdirected",
        Map.of(
            "shell",
            shells.of(request, "inbox"),
            "sent",
            sent,
            "told",
            !disclosures.misdirected(List.of(sent.id())).isEmpty(),
            "problem",
            problem));
  }

  private Reply tell(Request request) {
    Sent sent = sent(request);
    return switch (disclosures.misdirected(
        request.sight(), sent.id(), request.field("why"), request.signedIn().staff())) {
      case DONE, TOLD_ALREADY -> new Reply.SeeOther("/conversations/" + sent.conversation());
      case NOT_THERE -> throw new NoSuchPage();
      case NO_WORDS, NOT_YET ->
          page(request, 422, shells.of(request, "inbox").say("disclosures.refused.NO_WORDS"));
    };
  }
}
