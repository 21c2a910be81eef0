package hospital.wardbell.cli;

import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import hospital.wardbell.pdu.DataCoding;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.Pdu;
import hospital.wardbell.pdu.StatusReportTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import hospital.wardbell.pdu.UserData;

/// What a PDU says, for `inspect pdu`.
final class PduInspection {
  private PduInspection() {}

  static JsonObject of(JsonObject line) {
    try {
      Pdu pdu = Pdu.read(line.text("hex"), way(line.maybeText("way").orElse("to_mobile")));
      return switch (pdu.tpdu()) {
        case SubmitTpdu s ->
            text("submit", s.coding(), s.userData())
                .put("to", s.destination().remote().canonical())
                .put("reference", s.messageReference())
                .put("status_report", s.statusReport());
        case DeliverTpdu d ->
            text("deliver", d.coding(), d.userData())
                .put("from", d.originator().remote().canonical())
                .put("at", d.timestamp().toString());
        case StatusReportTpdu r ->
            new JsonObject()
                .put("type", "status_report")
                .put("to", r.recipient().remote().canonical())
                .put("reference", r.messageReference())
                .put("status", r.status().octet())
                .put("group", r.status().group().name())
                .put("at", r.timestamp().toString())
                .put("discharge", r.discharge().toString());
      };
    } catch (MalformedPdu e) {
      return new JsonObject().put("type", "malformed").put("why", String.valueOf(e.getMessage()));
    }
  }

  private static Pdu.Way way(String word) {
    return switch (word) {
      case "to_mobile" -> Pdu.Way.TO_MOBILE;
      case "from_mobile" -> Pdu.Way.FROM_MOBILE;
      default -> throw new MalformedJson("\"way\" is neither to_mobile nor from_mobile");
    };
  }

  private static JsonObject text(String type, DataCoding coding, UserData data) {
    JsonObject shown =
        new JsonObject()
            .put("type", type)
            .put("alphabet", coding.alphabet().name())
            .put("text", data.text(coding));
    data.concatenation()
        .ifPresent(c ->
            shown
                .put("part", c.number())
                .put("parts", c.total())
                .put("concat_reference", c.reference()));
    return shown;
  }
}
