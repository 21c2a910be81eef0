package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.LookReasons;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.conversation.Conversation;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.Sent;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.pdu.Segments;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One conversation and its reply form.
record ConversationPages(
    Conversations conversations,
    Retention retention,
    LookReasons reasons,
    Shells shells,
    Views views,
    ThreadViews threads)
    implements Console.Mounted {
  @Override
  public void mount(Routes routes) {
    routes.get("/conversations/:id", Permission.READ_CONVERSATIONS, this::show);
    routes.post("/conversations/:id/replies", Permission.SEND, this::reply);
    routes.post("/conversations/:id/done", Permission.TEND, this::done);
    routes.post("/messages/:id/settle", Permission.SETTLE, this::settle);
    routes.post("/segments", Permission.SEND, this::count);
  }

  private Reply show(Request request) {
    return page(request, 200, Optional.empty());
  }

  private Reply page(Request request, int status, Optional<ThreadViews.Refused> refused) {
    Id id = request.id("id");
    Optional<Instant> erased = retention.erasedAt(request.sight(), id);
    if (erased.isPresent()) {
      return views.page(
          410, "erased", Map.of("shell", shells.of(request, "inbox"), "at", erased.get()));
    }
    Optional<Reply> unexplained = ReasonPages.due(request, id, reasons, shells, views);
    if (unexplained.isPresent()) {
      return unexplained.get();
    }
    Conversation conversation =
        conversations
            .open(request.sight(), id, request.actor(), request.origin())
            .orElseThrow(NoSuchPage::new);
    Shell shell = shells.of(request, "inbox");
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("shell", shell);
    parameters.put("thread", threads.of(conversation, request, shell, refused));
    if (request.fragment()) {
      return views.page(status, "log", parameters);
    }
    var view = InboxPages.view(request);
    var inbox = conversations.inbox(request.sight(), view, request.actor(), request.origin());
    parameters.put("list", ListView.of(view, inbox, Optional.of(id), reasons, request));
    return views.page(status, "conversation", parameters);
  }

  private Reply reply(Request request) {
    Id id = request.id("id");
    Id draft = draft(request);
    String text = request.field("text").strip().replace("\r\n", "\n");
    Sent sent =
        conversations
            .reply(request.sight(), id, draft, text, request.actor())
            .orElseThrow(NoSuchPage::new);
    if (sent.rule().passes()) {
      return new Reply.SeeOther("/conversations/" + id + "?v=" + InboxPages.viewName(request));
    }
    String problem = shells.of(request, "inbox").say("gate." + sent.rule().name());
    return page(request, 422, Optional.of(new ThreadViews.Refused(Id.random(), text, problem)));
  }

  private static Id draft(Request request) {
    try {
      return Id.parse(request.field("draft"));
    } catch (IllegalArgumentException _) {
      throw new NoSuchPage();
    }
  }

  private Reply done(Request request) {
    if (!conversations.done(request.sight(), request.id("id"), request.actor())) {
      throw new NoSuchPage();
    }
    return new Reply.SeeOther("/inbox?v=" + InboxPages.viewName(request));
  }

  private Reply settle(Request request) {
    boolean arrived = request.field("arrived").equals("yes");
    if (!conversations.settle(request.sight(), request.id("id"), arrived, request.actor())) {
      throw new NoSuchPage();
    }
    return new Reply.SeeOther("/conversations/" + request.field("conversation"));
  }

  /// How many texts the typed words make, and why; typed words travel in the body, never in an
  /// address.
  private Reply count(Request request) {
    Shell shell = shells.of(request, "inbox");
    String text = request.field("text").strip().replace("\r\n", "\n");
    return new Reply.Html(200, out -> out.append(Html.escaped(counted(text, shell))));
  }

  private static String counted(String text, Shell shell) {
    int characters = text.codePointCount(0, text.length());
    try {
      Segments segments = Segments.of(text);
      // One text is one text in either alphabet, so nothing is to be gained by other letters.
      boolean because = segments.parts() > 1 && segments.forcedBy().isPresent();
      return because
          ? shell.say("count.because", characters, segments.parts(), segments.forcedBy().get())
          : shell.say("count", characters, segments.parts());
    } catch (IllegalArgumentException _) {
      return shell.say("count.too-long", characters);
    }
  }
}
