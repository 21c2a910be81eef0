package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.outbox.PartState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One line of the inbox.
///
/// @param names of the patients at that number; empty if it is unknown
/// @param snippet the last message's beginning, at most 80 characters
/// @param waitingSince the oldest unanswered text's time; empty if nobody waits
/// @param lastState of the last message, if we wrote it
/// @param lastKind of the last message, if it was received
public record InboxLine(
    Id conversation,
    Id team,
    Remote remote,
    List<String> names,
    String snippet,
    Instant lastAt,
    boolean lastIsOurs,
    Optional<Instant> waitingSince,
    Optional<PartState.Kind> lastState,
    Optional<ReceivedKind> lastKind,
    boolean optedOut) {
  public InboxLine {
    names = List.copyOf(names);
  }

  @Override
  public String toString() {
    return "InboxLine[" + conversation + "]";
  }
}
