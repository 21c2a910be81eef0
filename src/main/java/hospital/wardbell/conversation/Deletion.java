package hospital.wardbell.conversation;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// That staff deleted a message: when, who, and why. What is said besides is not in here.
public record Deletion(Instant at, Actor by, Reason why) {
  /// Why a message is deleted.
  public enum Reason {
    /// It is about another patient than this one.
    WRONG_PATIENT,
    /// It was written to, or came from, somebody else's number.
    WRONG_NUMBER,
    /// It says more than a text should.
    TOO_MUCH,
    /// It was asked for by the patient.
    PATIENT_ASKED,
    /// Abuse, or advertising.
    ABUSE,
    OTHER
  }

  /// The message of a row that has been deleted.
  static Optional<Message> shown(Row row, Map<Id, Deletion> deleted) {
    Id id = row.id("id");
    return Optional.ofNullable(deleted.get(id))
        .map(how -> new Message.Deleted(id, row.instant("at_time"), row.flag("ours"), how));
  }
}
