package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.consent.Consent;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.Patient;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One conversation, opened.
///
/// @param version grows with every change, so a page knows whether it is stale
/// @param patients those who have the remote's number: none, one, or several on a shared telephone
/// @param waitingSince when the oldest text came that nobody has answered; empty if none waits
/// @param messages oldest first, the newest [Conversations#PAGE] of them
/// @param replyRefused why no reply may be sent now, if so; the composer is then closed
public record Conversation(
    Id id,
    Id team,
    Remote remote,
    long version,
    List<Patient> patients,
    Consent consent,
    Optional<Instant> waitingSince,
    List<Message> messages,
    Optional<Verdict.Rule> replyRefused) {
  public Conversation {
    patients = List.copyOf(patients);
    messages = List.copyOf(messages);
  }

  @Override
  public String toString() {
    return "Conversation[" + id + "]";
  }
}
