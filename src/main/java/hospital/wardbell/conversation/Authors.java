package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;

/// Reads back the actors that [Actor#label] wrote.
final class Authors {
  private Authors() {}

  /// @throws IllegalArgumentException if no actor is written so
  static Actor read(String label) {
    int colon = label.indexOf(':');
    String who = label.substring(colon + 1);
    return switch (label.substring(0, Math.max(0, colon))) {
      case "staff" -> new Actor.Person(Id.parse(who));
      case "os" -> new Actor.Operator(who);
      case "token" -> new Actor.Integration(Id.parse(who));
      case "texter" -> new Actor.Texter(Id.parse(who));
      case "system" -> new Actor.Wardbell(who);
      default -> throw new IllegalArgumentException("no actor is written so");
    };
  }
}
