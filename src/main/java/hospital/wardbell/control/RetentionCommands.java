package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Reference;
import hospital.wardbell.compliance.Disposition;
import hospital.wardbell.compliance.Dispositions;
import hospital.wardbell.compliance.Dispositions.Proposal;
import hospital.wardbell.compliance.LegalHold;
import hospital.wardbell.compliance.Retention;
import hospital.wardbell.compliance.RetentionCertificates;
import hospital.wardbell.compliance.RetentionPolicy;
import hospital.wardbell.compliance.StateRule;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How long records are kept, from the command line. What decides about somebody's record takes a
/// privacy officer, who signs in for it.
public final class RetentionCommands {
  private static final String ORIGIN = "cli";

  private final Retention retention;
  private final PersonAtServer people;

  public RetentionCommands(Retention retention, Identity identity) {
    this.retention = retention;
    this.people = new PersonAtServer(identity);
  }

  public Map<String, Command> commands() {
    return Map.of(
        "retention.policy", (_, _) -> policy(),
        "retention.list", (request, _) -> list(request),
        "retention.propose", (_, by) -> propose(by),
        "retention.review", (request, _) -> act(request, retention.dispositions()::review),
        "retention.approve", (request, _) -> act(request, retention.dispositions()::approve),
        "retention.run", (_, _) -> run(),
        "retention.certificate", (request, _) -> certificate(request),
        "retention.hold", (request, _) -> hold(request),
        "retention.release", (request, _) -> release(request));
  }

  private JsonObject policy() {
    RetentionPolicy policy = retention.policies().now();
    return new JsonObject()
        .put("version", policy.version())
        .put("state", policy.state())
        .put("adult_years", policy.adultYears())
        .put("minor_age", policy.minorAge())
        .put("raw_years", policy.rawYears())
        .put("proof_years", RetentionPolicy.PROOF_YEARS)
        .put("checked", policy.checked())
        .put("words", policy.words())
        .put("warnings", policy.warnings().stream().map(Enum::name).toList())
        .put("table", retention.policies().rules().stream().map(RetentionCommands::shown).toList());
  }

  private static JsonObject shown(StateRule rule) {
    return new JsonObject()
        .put("state", rule.state())
        .put("adult_years", rule.adultYears())
        .put("minor_age", rule.minorAge())
        .put("anchor", rule.anchor())
        .put("source", rule.source());
  }

  private JsonObject list(JsonObject request) {
    if (request.has("id")) {
      Dispositions.Whole whole = whole(request);
      return shown(whole.disposition())
          .put("items", whole.items().stream().map(this::shown).toList());
    }
    return new JsonObject()
        .put(
            "proposals",
            retention.dispositions().newest().stream().map(RetentionCommands::shown).toList())
        .put("holds", retention.holds().active().stream().map(this::shown).toList());
  }

  private static JsonObject shown(Disposition disposition) {
    return new JsonObject()
        .put("id", disposition.id().toString())
        .put("state", lower(disposition.state()))
        .put("policy", disposition.policy())
        .put("proposed_at", disposition.proposed().at().toString())
        .put("proposed_by", disposition.proposed().by())
        .put("reviewed_by", disposition.reviewed().map(Disposition.Done::by))
        .put("approved_by", disposition.approved().map(Disposition.Done::by));
  }

  private JsonObject shown(Disposition.Item item) {
    return new JsonObject()
        .put("place", item.place())
        .put("class", lower(item.recordClass()))
        .put("subject", name(item))
        .put("due", item.due().toString())
        .put("fate", lower(item.fate()));
  }

  private String name(Disposition.Item item) {
    return switch (item.recordClass()) {
      case CONVERSATION -> Reference.of(item.subject()).text();
      case PATIENT -> retention.pseudonym(item.subject());
      case RAW_DAY -> item.anchor().toString().substring(0, "2026-11-27".length());
    };
  }

  private JsonObject shown(LegalHold hold) {
    return new JsonObject()
        .put("id", hold.id().toString())
        .put("kind", lower(hold.kind()))
        .put("reason", lower(hold.reason()))
        .put("set_at", hold.setAt().toString())
        .put("set_by", hold.setBy());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Dispositions.Whole whole(JsonObject request) {
    return retention.dispositions().find(id(request)).orElseThrow(RetentionCommands::unknown);
  }

  private static Id id(JsonObject request) {
    try {
      return Id.parse(request.text("id"));
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static Refusal unknown() {
    return new Refusal(2, "There is nothing of that id. See: wardbell retention list");
  }

  private JsonObject propose(Actor.Operator by) {
    return switch (retention.dispositions().propose(by, ORIGIN)) {
      case Proposal.Made(Id id, int subjects) ->
          new JsonObject().put("id", id.toString()).put("subjects", subjects);
      case Proposal.Open(Id id) ->
          throw new Refusal(1, "A proposal is open; it is to be ended first: " + id);
      case Proposal.Nothing() -> throw new Refusal(3, "Nothing has passed its time.");
    };
  }

  private interface Act {
    Dispositions.Outcome on(Id disposition, Actor by, String origin);
  }

  private JsonObject act(JsonObject request, Act act) {
    Actor by = people.of(request, Permission.RETENTION);
    return switch (act.on(id(request), by, ORIGIN)) {
      case DONE -> run();
      case NOT_NOW ->
          throw new Refusal(1, "It is too late, or too early, for that. See: retention list");
      case SAME_PERSON, NO_PERSON ->
          throw new Refusal(
              1, "Whoever proposed it or looked it through cannot approve it. Nothing was done.");
    };
  }

  private JsonObject run() {
    retention.wake();
    return new JsonObject();
  }

  private JsonObject certificate(JsonObject request) {
    RetentionCertificates.Certificate certificate =
        retention
            .certificates()
            .of(whole(request).disposition())
            .orElseThrow(() -> new Refusal(3, "It has not been carried out yet."));
    JsonObject shown =
        new JsonObject()
            .put("certificate", certificate.text())
            .put("sha256", certificate.digest())
            .put("backups_free_at", certificate.backupsFree().map(Object::toString))
            .put("periods_ended_at", certificate.periodsEnded().map(Object::toString));
    certificate
        .proof()
        .ifPresent(proof ->
            shown
                .put("leaf", proof.leaf())
                .put("entry", proof.entry())
                .put("checkpoint", proof.note())
                .put(
                    "path",
                    proof.path().stream().map(Base64.getEncoder()::encodeToString).toList()));
    return shown;
  }

  private JsonObject hold(JsonObject request) {
    Actor by = people.of(request, Permission.RETENTION);
    LegalHold.Reason reason = chosen(request.text("reason"), LegalHold.Reason.values());
    Id subject = id(request);
    Optional<Id> hold =
        List.of(LegalHold.Kind.CONVERSATION, LegalHold.Kind.PATIENT).stream()
            .flatMap(kind -> retention.holds().set(kind, subject, reason, "", by, ORIGIN).stream())
            .findFirst();
    return new JsonObject().put("hold", hold.orElseThrow(RetentionCommands::unknown).toString());
  }

  private JsonObject release(JsonObject request) {
    Actor by = people.of(request, Permission.RETENTION);
    LegalHold.Lifted why = chosen(request.text("reason"), LegalHold.Lifted.values());
    if (!retention.holds().lift(id(request), why, by, ORIGIN)) {
      throw unknown();
    }
    return new JsonObject();
  }

  private static <E extends Enum<E>> E chosen(String text, E[] all) {
    return Arrays.stream(all)
        .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                2,
                "A reason is one of: "
                    + String.join(
                        ", ", Arrays.stream(all).map(RetentionCommands::lower).toList())));
  }
}
