package hospital.wardbell.compliance;

import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.conversation.Transcripts.Line;
import hospital.wardbell.conversation.Transcripts.Talk;
import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A copy of a patient's record as JSON, as `docs/exports.md` has it, written message by message.
final class JsonRecord {
  private static final int FORMAT = 1;

  private final RecordHead head;
  private final People people;
  private final Transcripts transcripts;

  JsonRecord(RecordHead head, People people, Transcripts transcripts) {
    this.head = head;
    this.people = people;
    this.transcripts = transcripts;
  }

  void write(OutputStream to) throws IOException {
    Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    String first = opening().write();
    out.write(first, 0, first.length() - 1); // its last brace comes at the end
    out.write(",\"conversations\":[");
    String comma = "";
    for (Talk talk : head.talks()) {
      out.write(comma);
      comma = ",\n";
      write(talk, out);
    }
    out.write("],\"complete\":true}\n");
    out.flush();
  }

  private JsonObject opening() {
    Request request = head.request();
    return new JsonObject()
        .put("kind", "wardbell-patient-record")
        .put("format", FORMAT)
        .put("hospital", head.hospital())
        .put("made_at", head.made().toString())
        .put("reference", request.reference().text())
        .put("request_received", request.received().toString())
        .put("patient", patient())
        .put("consent", consent())
        .put("conversations_left_out", head.left());
  }

  private JsonObject patient() {
    return new JsonObject()
        .put("name", head.name())
        .put("language", head.language())
        .put("numbers", head.numbers().stream().map(number -> number.e164()).toList());
  }

  private List<JsonObject> consent() {
    return head.consent().entrySet().stream()
        .flatMap(of -> of.getValue().stream().map(said -> said(of.getKey().e164(), said)))
        .toList();
  }

  private JsonObject said(String number, Ledger.Said said) {
    return new JsonObject()
        .put("number", number)
        .put("said", said.standing().toLowerCase(Locale.ROOT))
        .put("at", said.at().toString())
        .put("by_means_of", lower(said.method()))
        .put("entered_by", people.named(said.by()))
        .put("evidence", said.evidence().map(id -> id.toString()));
  }

  private void write(Talk talk, Writer out) throws IOException {
    JsonObject opening =
        new JsonObject()
            .put("id", talk.id().toString())
            .put("team", head.teams().getOrDefault(talk.team(), ""))
            .put("number", talk.remote().canonical())
            .put("shared_telephone", talk.shared());
    String first = opening.write();
    out.write(first, 0, first.length() - 1);
    out.write(",\"messages\":[");
    String[] comma = {""};
    transcripts.read(
        talk.id(),
        line -> {
          out.write(comma[0]);
          comma[0] = ",\n";
          out.write(message(line).write());
        });
    out.write("]}");
  }

  private JsonObject message(Line line) {
    JsonObject json =
        new JsonObject()
            .put("id", line.id().toString())
            .put("at", line.at().toString())
            .put("direction", line.ours() ? "sent" : "received")
            .put("erased", line.message().isEmpty());
    line.message().ifPresent(message -> describe(json, message));
    return json;
  }

  private void describe(JsonObject json, Message message) {
    switch (message) {
      case Message.Received received ->
          json.put("kind", lower(received.kind())).put("missing_parts", received.missingParts());
      case Message.Written written ->
          json.put("written_by", people.name(written.author()))
              .put("state", lower(written.state().kind()))
              .put("refusal", written.refusal());
      case Message.Deleted deleted ->
          json.put("deleted_at", deleted.deletion().at().toString())
              .put("deleted_by", people.name(deleted.deletion().by()))
              .put("deleted_because", lower(deleted.deletion().why()));
    }
    json.put("reference", message.reference().text()).put("text", message.text());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
