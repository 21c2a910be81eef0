package hospital.wardbell.compliance;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Accounts;

/// Who did something, as a document says it: staff by name, all else by kind.
record People(Accounts accounts, Wording words) {
  String name(Actor actor) {
    return switch (actor) {
      case Actor.Person(Id staff, _) ->
          accounts.name(staff).orElseGet(() -> words.say("record.by.left"));
      case Actor.Integration(_) -> words.say("record.by.program");
      case Actor.Operator(_) -> words.say("record.by.operator");
      case Actor.Texter(_) -> words.say("record.by.patient");
      case Actor.Wardbell(_) -> words.say("record.by.wardbell");
    };
  }

  /// By the label that a row keeps of an actor.
  String named(String label) {
    int colon = label.indexOf(':');
    String kind = label.substring(0, Math.max(0, colon));
    return switch (kind) {
      case "staff" -> name(new Actor.Person(Id.parse(label.substring(colon + 1))));
      case "token" -> words.say("record.by.program");
      case "os" -> words.say("record.by.operator");
      case "texter" -> words.say("record.by.patient");
      default -> words.say("record.by.wardbell");
    };
  }
}
