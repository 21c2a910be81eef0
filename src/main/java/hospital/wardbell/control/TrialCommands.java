package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.Sent;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What only a trial home allows: practice patients, and showing a conversation in the terminal.
public record TrialCommands(
    Store store,
    Accounts accounts,
    Patients patients,
    Ledger ledger,
    Conversations conversations,
    InstantSource clock) {
  public Map<String, Command> commands() {
    return Map.of(
        "trial.patient", this::addPatient,
        "trial.text", this::text,
        "trial.messages", this::messages);
  }

  private JsonObject addPatient(JsonObject request, Actor.Operator by) {
    PhoneNumber number = new PhoneNumber(request.text("number"));
    boolean known = store.read(sql -> !patients.holding(sql, number).isEmpty());
    if (!known) {
      patients.add(
          accounts.frontDesk(), request.text("name"), number, request.text("language"), by);
      store.change(tx ->
          ledger.optIn(tx, number, Ledger.Method.PRACTICE, Optional.empty(), by, clock.instant()));
    }
    return new JsonObject().put("new", !known);
  }

  private JsonObject text(JsonObject request, Actor.Operator by) {
    Sent sent =
        conversations.send(
            Id.random(),
            accounts.frontDesk(),
            new PhoneNumber(request.text("number")),
            new Wish(Purpose.APPOINTMENT, request.text("text"), Optional.empty()),
            by);
    if (!sent.rule().passes()) {
      throw new Refusal(1, "The Gate refused it: " + sent.rule().name());
    }
    return new JsonObject()
        .put("message", sent.message().toString())
        .put("rule", sent.rule().name());
  }

  private JsonObject messages(JsonObject request, Actor.Operator by) {
    Sight desk = new Sight(List.of(accounts.frontDesk()));
    Instant since = Instant.parse(request.text("since"));
    String number = request.text("number");
    List<JsonObject> shown =
        Stream.of(true, false)
            .flatMap(received -> conversations.since(desk, received, since, by).stream())
            .filter(m -> m.remote().canonical().equals(number))
            .map(m -> shown(m.message()))
            .toList();
    return new JsonObject().put("messages", shown);
  }

  private static JsonObject shown(Message message) {
    JsonObject line =
        new JsonObject()
            .put("id", message.id().toString())
            .put("reference", message.reference().text())
            .put("at", message.at().toString())
            .put("text", message.text());
    return switch (message) {
      case Message.Received _ -> line.put("received", true).put("state", "received");
      case Message.Deleted _ -> line.put("state", "deleted");
      case Message.Written written ->
          line.put("received", false)
              .put("state", written.state().kind().name().toLowerCase(Locale.ROOT));
    };
  }
}
