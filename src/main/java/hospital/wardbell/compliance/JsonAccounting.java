package hospital.wardbell.compliance;

import hospital.wardbell.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// An accounting of disclosures as JSON, as `docs/exports.md` has it.
record JsonAccounting(AccountingHead head) {
  private static final int FORMAT = 1;

  void write(OutputStream out) throws IOException {
    Request request = head.request();
    JsonObject json =
        new JsonObject()
            .put("kind", "wardbell-accounting-of-disclosures")
            .put("format", FORMAT)
            .put("hospital", head.hospital())
            .put("made_at", head.made().toString())
            .put("reference", request.reference().text())
            .put("request_received", request.received().toString())
            .put("since", head.since().toString())
            .put("patient", new JsonObject().put("name", head.name()))
            .put("disclosures", head.disclosures().stream().map(JsonAccounting::one).toList())
            .put("complete", true);
    out.write((json.write() + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject one(Disclosure disclosure) {
    return new JsonObject()
        .put("date", disclosure.day().toString())
        .put("recipient", disclosure.recipient())
        .put("what", disclosure.what())
        .put("why", disclosure.why());
  }
}
