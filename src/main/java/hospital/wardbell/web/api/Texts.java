package hospital.wardbell.web.api;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Sight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the API asks of the conversations. May block.
interface Texts {
  /// Sends once, however often it is called with the same `message`.
  ///
  /// @return the rule that refused it, if one did
  /// @throws IllegalArgumentException if `message` is the id of a message to another number
  Optional<Verdict.Rule> send(Id message, Id team, PhoneNumber to, Wish wish, Actor by);

  /// @param whole whether the program sees number and text, not only what became of it
  Optional<ApiMessage> message(Sight sight, Id message, boolean whole, Actor by);

  /// Oldest first.
  List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by);

  static Texts of(Conversations conversations) {
    return new Texts() {
      @Override
      public Optional<Verdict.Rule> send(Id message, Id team, PhoneNumber to, Wish wish, Actor by) {
        Verdict.Rule rule = conversations.send(message, team, to, wish, by).rule();
        return rule.passes() ? Optional.empty() : Optional.of(rule);
      }

      @Override
      public Optional<ApiMessage> message(Sight sight, Id message, boolean whole, Actor by) {
        return conversations.message(sight, message, whole, by);
      }

      @Override
      public List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
        return conversations.since(sight, received, since, by);
      }
    };
  }
}
