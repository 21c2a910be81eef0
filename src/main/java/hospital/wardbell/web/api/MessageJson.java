package hospital.wardbell.web.api;

import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.outbox.PartState;
import java.util.List;
import java.util.Optional;

/// Writes messages: number and text only for those who may read them.
final class MessageJson {
  private MessageJson() {}

  static String one(ApiMessage message, boolean reads) {
    return object(message, reads).write();
  }

  static String list(List<ApiMessage> messages) {
    List<JsonObject> objects = messages.stream().map(m -> object(m, true)).toList();
    return new JsonObject().put("messages", objects).write();
  }

  private static Optional<String> waitsFor(PartState state) {
    return state instanceof PartState.Held(_, String why) ? Optional.of(why) : Optional.empty();
  }

  private static JsonObject object(ApiMessage found, boolean reads) {
    Message message = found.message();
    JsonObject json =
        new JsonObject()
            .put("id", message.id().toString())
            .put("reference", message.reference().text())
            .put("conversation", found.conversation().toString())
            .put("at", message.at().toString());
    switch (message) {
      case Message.Received received ->
          json.put("direction", "received")
              .put("state", "received")
              .put("kind", Words.lower(received.kind()))
              .put("missing_parts", received.missingParts());
      case Message.Written written ->
          json.put("direction", "sent")
              .put("state", Words.lower(written.state().kind()))
              .put("refusal", written.refusal())
              .put("waits_for", waitsFor(written.state()));
      case Message.Deleted _ -> throw new IllegalStateException("the API lists no deleted message");
    }
    return reads
        ? json.put("remote", found.remote().canonical()).put("text", message.text())
        : json;
  }
}
