package hospital.wardbell.modem;

import java.time.Instant;

/// Something that arrived and has not been handed on yet.
sealed interface Arrival {
  /// A place in one of the modem's stores.
  ///
  /// @param store empty if the modem does not say which
  record Slot(String store, int index) {}

  /// A PDU given directly; the modem keeps no copy.
  ///
  /// @param whole whether it has the length that was said
  record Direct(String hex, boolean whole) implements Arrival {}

  /// A stored PDU that was met while looking through a store.
  record Listed(Slot slot, String hex) implements Arrival {}

  /// A stored PDU that was announced and is still to be read.
  ///
  /// @param tries how often it could not be read
  record Announced(Slot slot, int tries, Instant notBefore) implements Arrival {}

  default boolean isAt(Slot slot) {
    return switch (this) {
      case Direct _ -> false;
      case Listed listed -> listed.slot().equals(slot);
      case Announced announced -> announced.slot().equals(slot);
    };
  }

  /// When it may be taken.
  default Instant due() {
    return switch (this) {
      case Direct _, Listed _ -> Instant.MIN;
      case Announced announced -> announced.notBefore();
    };
  }
}
