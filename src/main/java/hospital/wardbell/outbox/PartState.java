package hospital.wardbell.outbox;

import java.time.Instant;

/// Where one part of a message stands.
public sealed interface PartState {
  record Queued() implements PartState {}

  record Held(Instant until, String why) implements PartState {}

  record Submitting() implements PartState {}

  record Submitted(int messageReference) implements PartState {}

  record Delivered(Instant at) implements PartState {}

  record Failed(String reason) implements PartState {}

  record Expired() implements PartState {}

  record Cancelled() implements PartState {}

  record Unknown() implements PartState {}

  /// The states' names, worst first: a message is as good as its worst part.
  enum Kind {
    UNKNOWN,
    FAILED,
    EXPIRED,
    CANCELLED,
    HELD,
    QUEUED,
    SUBMITTING,
    SUBMITTED,
    DELIVERED
  }

  default Kind kind() {
    return switch (this) {
      case Queued() -> Kind.QUEUED;
      case Held(_, _) -> Kind.HELD;
      case Submitting() -> Kind.SUBMITTING;
      case Submitted(_) -> Kind.SUBMITTED;
      case Delivered(_) -> Kind.DELIVERED;
      case Failed(_) -> Kind.FAILED;
      case Expired() -> Kind.EXPIRED;
      case Cancelled() -> Kind.CANCELLED;
      case Unknown() -> Kind.UNKNOWN;
    };
  }
}
