package hospital.wardbell.cli;

import hospital.wardbell.contact.PhoneReader;
import hospital.wardbell.contact.PhoneReading;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.Segments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Pure functions of their input, for people who ask what Wardbell would make of something: JSON
/// lines in, JSON lines out, the same `id`.
@Command(
    name = "inspect",
    description = {
      "What would Wardbell make of this?",
      "JSON lines on standard input, JSON lines on standard output. Needs no service."
    },
    synopsisSubcommandLabel = "COMMAND")
final class InspectCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "segments", description = "{id,text} to {id,encoding,parts,units}")
  int segments() throws IOException {
    return lines(InspectCommand::segments);
  }

  @Command(name = "phone", description = "{id,input,region?} to {id,e164,textable,reason}")
  int phone() throws IOException {
    PhoneReader reader = new PhoneReader();
    return lines(line -> phone(reader, line));
  }

  @Command(
      name = "pdu",
      description = "{id,hex,way?} to {id,type,...}; way is to_mobile, from_mobile")
  int pdu() throws IOException {
    return lines(PduInspection::of);
  }

  private static JsonObject segments(JsonObject line) {
    try {
      Segments segments = Segments.of(line.text("text"));
      return new JsonObject()
          .put("encoding", segments.encoding() == DataCoding.Alphabet.UCS2 ? "UCS2" : "GSM7")
          .put("parts", segments.parts())
          .put("units", segments.units());
    } catch (IllegalArgumentException _) {
      return error("too long: more than " + Segments.MOST + " parts");
    }
  }

  private static JsonObject phone(PhoneReader reader, JsonObject line) {
    PhoneReading reading = reader.read(line.text("input"), line.maybeText("region").orElse("US"));
    return new JsonObject()
        .putOrNull("e164", reading.number().map(n -> n.e164()))
        .put("textable", reading.textable())
        .put("reason", reading.reason());
  }

  /// Answers each line; one that makes no sense gets an `error`, and the next is read.
  private int lines(UnaryOperator<JsonObject> inspection) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    boolean allRead = true;
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        JsonObject answer = answer(line, inspection);
        allRead &= !answer.has("error");
        out.println(answer.write());
      }
    }
    out.flush();
    return allRead ? Wardbell.DONE : Wardbell.FAILED;
  }

  private static JsonObject answer(String line, UnaryOperator<JsonObject> inspection) {
    JsonObject asked = new JsonObject();
    try {
      asked = JsonObject.parse(line);
      return inspection.apply(asked).after("id", asked);
    } catch (MalformedJson e) {
      return error(String.valueOf(e.getMessage())).after("id", asked);
    }
  }

  static JsonObject error(String why) {
    return new JsonObject().put("error", why);
  }
}
