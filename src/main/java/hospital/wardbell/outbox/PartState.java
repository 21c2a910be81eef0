package hospital.wardbell.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Where one part of a message stands.
///
/// Why a part is held or has failed is a code, which the console words: `refused.38` (the network's
/// or modem's own number), `modem.310` (the modem or SIM must be mended), `report.46` (TP-ST of the
/// status report, hexadecimal), `gate.OPTED_OUT` (the Gate's rule), `unreadable` (its sealed text
/// does not open), `person` (a person says that it did not arrive), and those in [#WAITS].
public sealed interface PartState {
  /// The codes of held parts that no number belongs to: `later` (it may not go yet), `cap` and what
  /// follows (a limit of the SIM is reached), `carrier` and what follows (what the SIM's carrier
  /// may be given is reached), `stale` (texting was out for so long that a lead must let it go).
  List<String> WAITS =
      List.of(
          "later",
          "cap.minute",
          "cap.hour",
          "cap.day",
          "cap.recipients-day",
          "cap.recipients-month",
          "carrier.minute",
          "carrier.hour",
          "carrier.day",
          "stale");

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

  /// The worst of a message's parts; the first of them if several are as bad.
  ///
  /// @param parts not empty
  static PartState worst(List<Part> parts) {
    return parts.stream().map(Part::state).min(Comparator.comparing(PartState::kind)).orElseThrow();
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

  /// Whether the patient does not have the text, or may not have it, and somebody must look.
  default boolean needsSomebody() {
    return switch (kind()) {
      case UNKNOWN, FAILED, EXPIRED -> true;
      case CANCELLED, HELD, QUEUED, SUBMITTING, SUBMITTED, DELIVERED -> false;
    };
  }
}
