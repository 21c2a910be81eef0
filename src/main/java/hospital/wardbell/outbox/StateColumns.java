package hospital.wardbell.outbox;

import java.time.Instant;
import java.util.Optional;

/// How a [PartState] lies in three columns.
///
/// @param moment until when a part is held, or when it was delivered
/// @param detail why a part is held or has failed, or the network's reference in decimal; at most
///   100 characters
public record StateColumns(PartState.Kind kind, Optional<Instant> moment, Optional<String> detail) {
  private static final int LONGEST_DETAIL = 100;

  public static StateColumns of(PartState state) {
    return new StateColumns(state.kind(), moment(state), detail(state));
  }

  /// The state that lies so.
  ///
  /// @throws java.util.NoSuchElementException if a column that the kind needs is empty
  public PartState state() {
    return switch (kind) {
      case QUEUED -> new PartState.Queued();
      case HELD -> new PartState.Held(moment.orElseThrow(), detail.orElseThrow());
      case SUBMITTING -> new PartState.Submitting();
      case SUBMITTED -> new PartState.Submitted(Integer.parseInt(detail.orElseThrow()));
      case DELIVERED -> new PartState.Delivered(moment.orElseThrow());
      case FAILED -> new PartState.Failed(detail.orElseThrow());
      case EXPIRED -> new PartState.Expired();
      case CANCELLED -> new PartState.Cancelled();
      case UNKNOWN -> new PartState.Unknown();
    };
  }

  private static Optional<Instant> moment(PartState state) {
    return switch (state) {
      case PartState.Held(Instant until, _) -> Optional.of(until);
      case PartState.Delivered(Instant at) -> Optional.of(at);
      case PartState.Queued _,
          PartState.Submitting _,
          PartState.Submitted _,
          PartState.Failed _,
          PartState.Expired _,
          PartState.Cancelled _,
          PartState.Unknown _ ->
          Optional.empty();
    };
  }

  private static Optional<String> detail(PartState state) {
    return switch (state) {
      case PartState.Held(_, String why) -> Optional.of(cut(why));
      case PartState.Submitted(int reference) -> Optional.of(Integer.toString(reference));
      case PartState.Failed(String reason) -> Optional.of(cut(reason));
      case PartState.Queued _,
          PartState.Submitting _,
          PartState.Delivered _,
          PartState.Expired _,
          PartState.Cancelled _,
          PartState.Unknown _ ->
          Optional.empty();
    };
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
  }
}
