package hospital.wardbell.web.console;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Conversation;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.web.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Makes the [ThreadView] of a conversation.
///
/// @param misdirected which of some texts are said to have gone to the wrong person
record ThreadViews(Accounts accounts, Identity identity, Function<List<Id>, Set<Id>> misdirected) {
  /// What went wrong with a reply, and what had been typed.
  record Refused(Id draft, String typed, String problem) {}

  ThreadView of(
      Conversation conversation, Request request, Shell shell, Optional<Refused> refused) {
    return new ThreadView(
        conversation,
        bubbles(conversation, shell),
        refused.map(Refused::draft).orElseGet(Id::random),
        refused.map(Refused::typed).orElse(""),
        refused.map(Refused::problem).orElse(""),
        may(Permission.SEND, conversation, request),
        may(Permission.TEND, conversation, request),
        may(Permission.SETTLE, conversation, request),
        may(Permission.DELETE, conversation, request));
  }

  /// For that conversation's team: whoever reads it by break-glass may no more than read it.
  private boolean may(Permission permission, Conversation conversation, Request request) {
    return identity.sight(request.signedIn().staff(), permission).covers(conversation.team());
  }

  private List<ThreadView.Bubble> bubbles(Conversation conversation, Shell shell) {
    List<ThreadView.Bubble> bubbles = new ArrayList<>();
    Set<Id> astray =
        misdirected.apply(
            conversation.messages().stream()
                .filter(message -> !(message instanceof Message.Received))
                .map(Message::id)
                .toList());
    String day = "";
    for (Message message : conversation.messages()) {
      String its = shell.times().day(message.at());
      Optional<String> newDay = its.equals(day) ? Optional.empty() : Optional.of(its);
      day = its;
      bubbles.add(bubble(message, newDay, astray.contains(message.id()), shell));
    }
    return bubbles;
  }

  private ThreadView.Bubble bubble(
      Message message, Optional<String> day, boolean astray, Shell shell) {
    return switch (message) {
      case Message.Received received ->
          new ThreadView.Bubble(
              received.id(),
              message.reference().text(),
              received.at(),
              day,
              false,
              received.text(),
              "",
              "RECEIVED",
              "",
              received.kind() == ReceivedKind.TEXT
                  ? ""
                  : shell.say("received." + received.kind().name()),
              received.missingParts(),
              false);
      case Message.Written written ->
          new ThreadView.Bubble(
              written.id(),
              message.reference().text(),
              written.at(),
              day,
              true,
              written.text(),
              author(written.author(), shell),
              written.state().kind().name(),
              why(written, shell),
              "",
              0,
              astray);
      case Message.Deleted deleted ->
          new ThreadView.Bubble(
              deleted.id(),
              message.reference().text(),
              deleted.at(),
              day,
              deleted.ours(),
              "",
              "",
              ThreadView.DELETED,
              shell.say(
                  "deleted.place",
                  author(deleted.deletion().by(), shell),
                  shell.times().at(deleted.deletion().at()),
                  shell.say("deleted.why." + deleted.deletion().why())),
              "",
              0,
              astray);
    };
  }

  private static String why(Message.Written written, Shell shell) {
    return written.state() instanceof PartState.Held(_, String code)
        ? Reasons.ofWait(code, shell)
        : written.refusal().map(r -> Reasons.of(r, shell)).orElse("");
  }

  private String author(Actor author, Shell shell) {
    return switch (author) {
      case Actor.Person(Id staff, _) -> accounts.name(staff).orElse(shell.say("by.left"));
      case Actor.Integration(_) -> shell.say("by.program");
      case Actor.Operator(_) -> shell.say("by.operator");
      case Actor.Texter(_), Actor.Wardbell(_) -> shell.say("by.wardbell");
    };
  }
}
