package hospital.wardbell.outbox;

import hospital.wardbell.store.Row;
import java.time.Instant;
import java.util.Optional;

/// How a [PartState] lies in the columns `state`, `moment`, `detail` and `message_reference`.
final class StateColumns {
  private StateColumns() {}

  static PartState read(Row row) {
    return switch (row.constant("state", PartState.Kind.class)) {
      case QUEUED -> new PartState.Queued();
      case HELD -> new PartState.Held(row.instant("moment"), row.text("detail"));
      case SUBMITTING -> new PartState.Submitting();
      case SUBMITTED -> new PartState.Submitted(row.integer("message_reference"));
      case DELIVERED -> new PartState.Delivered(row.instant("moment"));
      case FAILED -> new PartState.Failed(row.text("detail"));
      case EXPIRED -> new PartState.Expired();
      case CANCELLED -> new PartState.Cancelled();
      case UNKNOWN -> new PartState.Unknown();
    };
  }

  static Optional<Instant> moment(PartState state) {
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
      case PartState.Held(_, String why) -> Optional.of(why);
      case PartState.Failed(String reason) -> Optional.of(reason);
      case PartState.Queued _,
          PartState.Submitting _,
          PartState.Submitted _,
          PartState.Delivered _,
          PartState.Expired _,
          PartState.Cancelled _,
          PartState.Unknown _ ->
          Optional.empty();
    };
  }
}
