package hospital.wardbell.modem;

import hospital.wardbell.modem.Arrival.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the places of a store that the modem refuses to list, one after the other: from the first
/// index to the store's capacity, or until as many were found as it holds. The owner's thread only.
///
/// An empty place is refused (`+CMS ERROR: 321`) or answered with nothing, which says no more.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.2 3GPP TS 27.005 §4.2 (+CMGR in PDU mode)
final class Counting {
  private static final int RECEIVED_READ = 1;

  private final AtDialogue at;
  private final Storage storage;
  private final List<Arrival> found = new ArrayList<>();
  private String store = "";
  private int index;
  private int last;
  private int left;

  Counting(AtDialogue at, Storage storage) {
    this.at = at;
    this.storage = storage;
  }

  /// Begins with `store`, which is the one that is read from.
  ///
  /// @param firstIndex the number of its first place; with 0, a store that begins at 1 is read
  ///   whole too
  void begin(String storeName, int firstIndex) throws InterruptedException {
    found.clear();
    store = storeName;
    index = firstIndex;
    Optional<Storage.Room> room = storage.room();
    last = room.map(Storage.Room::capacity).orElse(0);
    left = room.map(Storage.Room::used).orElse(0);
  }

  boolean isUnderWay() {
    return left > 0 && index <= last;
  }

  /// Reads one place.
  ///
  /// @return what arrived there
  Optional<Arrival> readOne() throws InterruptedException {
    Slot slot = new Slot(store, index++);
    if (!storage.select(store)) {
      left = 0;
      return Optional.empty();
    }
    return switch (at.ask(AtCommand.of("AT+CMGR=" + slot.index()))) {
      case AtResponse.Ok(var lines) when !lines.isEmpty() -> {
        left--;
        Optional<Arrival> arrival = arrival(slot, lines);
        arrival.ifPresent(found::add);
        yield arrival;
      }
      case AtResponse.Ok _, AtResponse.Refused _ -> Optional.empty();
      case AtResponse.Silence _, AtResponse.Prompt _ -> {
        left = 0; // the next look begins anew
        yield Optional.empty();
      }
    };
  }

  /// All that arrived, in the places that were read since it began.
  List<Arrival> found() {
    return List.copyOf(found);
  }

  /// What cannot be trusted at once is read again by itself.
  private static Optional<Arrival> arrival(Slot slot, List<String> lines) {
    OptionalInt state = Fields.number(lines.getFirst(), 0);
    if (state.isPresent() && state.getAsInt() > RECEIVED_READ) {
      return Optional.empty(); // somebody wrote it on the SIM
    }
    boolean whole = lines.size() == 2 && Handover.isWhole(lines.getFirst(), lines.getLast());
    return Optional.of(
        whole
            ? new Arrival.Listed(slot, lines.getLast())
            : new Arrival.Announced(slot, 0, Instant.MIN));
  }
}
