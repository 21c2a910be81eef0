package hospital.wardbell.pdu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a PDU says, field by field, as the captures spell it.
final class Fields {
  private final Map<String, String> fields = new LinkedHashMap<>();

  private Fields() {}

  static Map<String, String> of(Pdu pdu) {
    var of = new Fields();
    switch (pdu.tpdu()) {
      case DeliverTpdu deliver -> of.put(deliver, centre(pdu));
      case StatusReportTpdu report -> of.put(report, centre(pdu));
      case SubmitTpdu submit -> of.put(submit, centre(pdu));
    }
    return of.fields;
  }

  private void put(DeliverTpdu tpdu, String centre) {
    fields.put("kind", "DELIVER");
    fields.put("centre", centre);
    fields.put("remote", tpdu.originator().remote().canonical());
    fields.put("protocol", "" + tpdu.protocol());
    put(tpdu.coding());
    fields.put("timestamp", tpdu.timestamp().toString());
    var flags = new ArrayList<String>();
    flag(flags, tpdu.moreToSend(), "moreToSend");
    flag(flags, tpdu.statusReportFollows(), "statusReportFollows");
    flag(flags, tpdu.replyPath(), "replyPath");
    fields.put("flags", joined(flags));
    put(tpdu.userData(), tpdu.coding());
  }

  private void put(StatusReportTpdu tpdu, String centre) {
    fields.put("kind", "STATUS-REPORT");
    fields.put("centre", centre);
    fields.put("reference", "" + tpdu.messageReference());
    fields.put("remote", tpdu.recipient().remote().canonical());
    fields.put("timestamp", tpdu.timestamp().toString());
    fields.put("discharge", tpdu.discharge().toString());
    fields.put("status", "%02X %s".formatted(tpdu.status().octet(), tpdu.status().group()));
    var flags = new ArrayList<String>();
    flag(flags, tpdu.moreToSend(), "moreToSend");
    flag(flags, tpdu.forCommand(), "forCommand");
    fields.put("flags", joined(flags));
  }

  private void put(SubmitTpdu tpdu, String centre) {
    fields.put("kind", "SUBMIT");
    fields.put("centre", centre);
    fields.put("reference", "" + tpdu.messageReference());
    fields.put("remote", tpdu.destination().remote().canonical());
    fields.put("protocol", "" + tpdu.protocol());
    put(tpdu.coding());
    fields.put("validity", tpdu.validity().map(Fields::spelt).orElse("-"));
    var flags = new ArrayList<String>();
    flag(flags, tpdu.rejectDuplicates(), "rejectDuplicates");
    flag(flags, tpdu.statusReport(), "statusReport");
    flag(flags, tpdu.replyPath(), "replyPath");
    fields.put("flags", joined(flags));
    put(tpdu.userData(), tpdu.coding());
  }

  private void put(DataCoding coding) {
    fields.put("alphabet", coding.alphabet().toString());
    fields.put("messageClass", coding.messageClass().map(c -> "" + c).orElse("-"));
  }

  private void put(UserData userData, DataCoding coding) {
    Udh header = userData.header();
    fields.put("header", joined(header.elements().stream().map(e -> "" + e).toList()));
    fields.put("concatenation", header.concatenation().map(Fields::spelt).orElse("-"));
    fields.put("ports", header.ports().map(p -> p.destination() + " " + p.source()).orElse("-"));
    fields.put("text", userData.text(coding));
  }

  private static String centre(Pdu pdu) {
    return pdu.serviceCentre()
        .map(a -> a.type() + " " + a.numberingPlan() + " " + a.value())
        .orElse("-");
  }

  private static String spelt(Validity validity) {
    return switch (validity) {
      case Validity.Relative(var duration) -> "Relative " + duration;
      case Validity.Absolute(var until) -> "Absolute " + until;
      case Validity.Enhanced(var duration, var once) ->
          "Enhanced " + duration + (once ? " once" : "");
    };
  }

  private static String spelt(Concatenation part) {
    return "%d %d/%d %d"
        .formatted(part.reference(), part.number(), part.total(), part.wide() ? 16 : 8);
  }

  private static void flag(List<String> flags, boolean set, String name) {
    if (set) {
      flags.add(name);
    }
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? "-" : words.stream().collect(Collectors.joining(" "));
  }
}
