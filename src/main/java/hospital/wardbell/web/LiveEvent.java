package hospital.wardbell.web;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Sight;

/// Something open browsers are told of: ids and numbers, nothing about a person.
sealed interface LiveEvent {
  record Conversation(Id id, Id team, long version) implements LiveEvent {}

  record Modem() implements LiveEvent {}

  /// Something about alerts; whom it concerns is asked by who fetches the region.
  record Alert() implements LiveEvent {}

  default boolean within(Sight sight) {
    return switch (this) {
      case Conversation(_, Id team, _) -> sight.covers(team);
      case Modem(), Alert() -> true;
    };
  }

  default String frame(String id) {
    return switch (this) {
      case Conversation(Id conversation, _, long version) ->
          frame(
              id,
              "conversation",
              "{\"conversation\":\"%s\",\"version\":%d}".formatted(conversation, version));
      case Modem() -> frame(id, "modem", "{}");
      case Alert() -> frame(id, "alert", "{}");
    };
  }

  /// @spec https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
  ///   HTML Standard, parsing an event stream
  static String frame(String id, String event, String data) {
    return "id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n";
  }
}
