package hospital.wardbell.web.api;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.outbox.PartState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Conversations in memory: what is sent stays as it is taken.
final class FakeTexts implements Texts {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Id CONVERSATION = new Id(0, 9);

  final Map<Id, ApiMessage> messages = new LinkedHashMap<>();
  final Map<Id, Wish> wishes = new LinkedHashMap<>();
  private final Map<Id, Id> teams = new LinkedHashMap<>();
  Optional<Verdict.Rule> rule = Optional.empty();
  PartState taken = new PartState.Queued();

  @Override
  public Optional<Verdict.Rule> send(Id message, Id team, PhoneNumber to, Wish wish, Actor by) {
    if (!messages.containsKey(message)) {
      PartState state = rule.isPresent() ? new PartState.Cancelled() : taken;
      Message written =
          new Message.Written(message, NOW, wish.text(), by, state, rule.map(Verdict.Rule::name));
      messages.put(message, new ApiMessage(CONVERSATION, to, written));
      teams.put(message, team);
      wishes.put(message, wish);
    }
    if (!to.equals(remote(message))) {
      throw new IllegalArgumentException("the id is another conversation's message's");
    }
    return rule;
  }

  private Remote remote(Id message) {
    return Optional.ofNullable(messages.get(message)).orElseThrow().remote();
  }

  Id receive(Id team, PhoneNumber from, String text) {
    Message received = new Message.Received(Id.random(), NOW, ReceivedKind.TEXT, text, 0);
    messages.put(received.id(), new ApiMessage(CONVERSATION, from, received));
    teams.put(received.id(), team);
    return received.id();
  }

  @Override
  public Optional<ApiMessage> message(Sight sight, Id message, boolean whole, Actor by) {
    return Optional.ofNullable(messages.get(message)).filter(m -> within(sight, m));
  }

  @Override
  public List<ApiMessage> since(Sight sight, boolean received, Instant since, Actor by) {
    return messages.values().stream()
        .filter(m -> within(sight, m))
        .filter(m -> m.message() instanceof Message.Received == received)
        .filter(m -> !m.message().at().isBefore(since))
        .toList();
  }

  private boolean within(Sight sight, ApiMessage message) {
    return sight.teams().contains(teams.get(message.message().id()));
  }
}
