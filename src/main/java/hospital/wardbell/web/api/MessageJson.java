package hospital.wardbell.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Message;
import java.io.IOException;
import java.util.List;

/// Writes messages: number and text only for those who may read them.
final class MessageJson {
  private MessageJson() {}

  static String one(ApiMessage message, boolean reads) {
    return Json.object(json -> write(json, message, reads));
  }

  static String list(List<ApiMessage> messages) {
    return Json.object(json -> {
      json.writeArrayFieldStart("messages");
      for (ApiMessage message : messages) {
        json.writeStartObject();
        write(json, message, true);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, ApiMessage found, boolean reads)
      throws IOException {
    Message message = found.message();
    json.writeStringField("id", message.id().toString());
    json.writeStringField("reference", message.reference().text());
    json.writeStringField("conversation", found.conversation().toString());
    json.writeStringField("at", message.at().toString());
    switch (message) {
      case Message.Received received -> {
        json.writeStringField("direction", "received");
        json.writeStringField("state", "received");
        json.writeNumberField("missing_parts", received.missingParts());
      }
      case Message.Written written -> {
        json.writeStringField("direction", "sent");
        json.writeStringField("state", Words.lower(written.state().kind()));
        if (written.refusal().isPresent()) {
          json.writeStringField("refusal", written.refusal().get());
        }
      }
    }
    if (reads) {
      json.writeStringField("remote", found.remote().canonical());
      json.writeStringField("text", message.text());
    }
  }
}
