package hospital.wardbell.conversation;

import hospital.wardbell.outbox.PartState;
import hospital.wardbell.store.Row;
import java.time.Instant;
import java.util.Optional;

/// A part state in three columns: its kind, a time and a detail, the last two where it has them.
final class States {
  private static final int LONGEST_DETAIL = 200;

  private States() {}

  static PartState read(Row row) {
    return switch (row.constant("state", PartState.Kind.class)) {
      case QUEUED -> new PartState.Queued();
      case HELD -> new PartState.Held(row.instant("state_time"), row.text("state_detail"));
      case SUBMITTING -> new PartState.Submitting();
      case SUBMITTED -> new PartState.Submitted(Integer.parseInt(row.text("state_detail")));
      case DELIVERED -> new PartState.Delivered(row.instant("state_time"));
      case FAILED -> new PartState.Failed(row.text("state_detail"));
      case EXPIRED -> new PartState.Expired();
      case CANCELLED -> new PartState.Cancelled();
      case UNKNOWN -> new PartState.Unknown();
    };
  }

  static Optional<Instant> time(PartState state) {
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

  static Optional<String> detail(PartState state) {
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

  /// Whether the patient does not have the text, or may not have it, and somebody must look.
  static boolean isTrouble(PartState state) {
    return switch (state.kind()) {
      case UNKNOWN, FAILED, EXPIRED -> true;
      case CANCELLED, HELD, QUEUED, SUBMITTING, SUBMITTED, DELIVERED -> false;
    };
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LONGEST_DETAIL, text.length()));
  }
}
