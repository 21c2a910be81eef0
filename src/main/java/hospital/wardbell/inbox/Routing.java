package hospital.wardbell.inbox;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.consent.Keyword;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.ReceivedKind;
import hospital.wardbell.store.Tx;
import java.time.Duration;
import java.util.Optional;

/// Puts a text into its conversation, and does what a keyword asks.
///
/// Wardbell answers telephone numbers only, and each a few times an hour and a day: what answers us
/// by itself must not keep us talking.
final class Routing {
  private static final int MOST_AN_HOUR = 4;
  private static final int MOST_A_DAY = 10;

  private final RawTable raws;
  private final Ledger ledger;
  private final Conversations conversations;

  Routing(RawTable raws, Ledger ledger, Conversations conversations) {
    this.raws = raws;
    this.ledger = ledger;
    this.conversations = conversations;
  }

  /// @param shown the conversation in which the text's beginning is already, if it is
  /// @return the conversation
  Id deliver(Tx tx, Remote from, Message.Received message, Optional<Id> shown) {
    Id conversation = shown.orElseGet(() -> conversations.receiving(tx, from));
    ledger.texted(tx, from, message.at());
    if (shown.isPresent()) {
      conversations.complete(tx, conversation, message);
    } else {
      conversations.receive(tx, conversation, message);
    }
    if (message.missingParts() == 0 && message.kind().isWords()) {
      Keyword.of(message.text()).ifPresent(word -> obey(tx, from, conversation, message, word));
    }
    return conversation;
  }

  private void obey(Tx tx, Remote from, Id conversation, Message.Received message, Keyword word) {
    Actor texter = new Actor.Texter(conversation);
    Optional<Id> evidence = Optional.of(message.id());
    Answer answer =
        switch (word) {
          case STOP -> {
            ledger.optOut(tx, from, Ledger.Method.TEXT_KEYWORD, evidence, texter, message.at());
            yield new Answer.OptOutConfirmation(message.id());
          }
          case START -> {
            ledger.optIn(tx, from, Ledger.Method.TEXT_KEYWORD, evidence, texter, message.at());
            yield new Answer.OptInConfirmation(message.id());
          }
          case HELP -> new Answer.Help(message.id());
        };
    if (mayAnswer(tx, from, message)) {
      conversations.answer(tx, conversation, answer, Keyword.languageOf(message.text()));
      raws.answered(tx, message.id());
    }
  }

  private boolean mayAnswer(Tx tx, Remote from, Message.Received message) {
    return from instanceof PhoneNumber
        && message.kind() == ReceivedKind.TEXT
        && raws.answers(tx, from, message.at().minus(Duration.ofHours(1))) < MOST_AN_HOUR
        && raws.answers(tx, from, message.at().minus(Duration.ofDays(1))) < MOST_A_DAY;
  }
}
