package hospital.wardbell.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The modem's message stores, and which of them is read and deleted from.
///
/// All three uses (read, write, receive) are set to one store, so an announced index means what it
/// says.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.2 3GPP TS 27.005 §3.2.2 (+CPMS)
final class Storage {
  private static final String NAME = "+CPMS:";
  private static final String ASK = "AT+CPMS?";

  /// The name of no store: which one is selected has to be said again.
  private static final String UNKNOWN = "?";

  /// What a store holds, and what it can hold.
  record Room(int used, int capacity) {}

  private final AtDialogue at;
  private String own = "";
  private String selected = "";
  private List<String> readable = List.of();

  Storage(AtDialogue at) {
    this.at = at;
  }

  /// Chooses the store that arrivals go to, and makes sure of it.
  ///
  /// @param wanted best first
  void setUp(List<String> wanted) throws InterruptedException {
    List<List<String>> offered = offered(wanted);
    readable = wanted.stream().filter(offered.getFirst()::contains).toList();
    for (String store : wanted) {
      if (offered.stream().allMatch(use -> use.contains(store)) && chosen(store)) {
        own = store;
        selected = store;
        return;
      }
    }
    own = state().map(line -> Fields.at(line, 6)).orElse("");
    selected = state().map(line -> Fields.at(line, 0)).orElse("");
  }

  private List<List<String>> offered(List<String> wanted) throws InterruptedException {
    for (String line : at.ask(AtCommand.of("AT+CPMS=?")).information()) {
      List<String> uses = Fields.of(line);
      if (line.startsWith(NAME) && uses.size() == 3) {
        return uses.stream()
            .map(use -> List.of(use.replaceAll("[()\\s]", "").split(",", -1)))
            .toList();
      }
    }
    return List.of(wanted, wanted, wanted); // does not say: try
  }

  private boolean chosen(String store) throws InterruptedException {
    if (!(at.ask(command(store, store)) instanceof AtResponse.Ok)) {
      return false;
    }
    Optional<String> state = state();
    return state.isEmpty()
        || Stream.of(0, 3, 6).allMatch(i -> Fields.at(state.get(), i).equals(store));
  }

  private static AtCommand command(String read, String receive) {
    return AtCommand.of("AT+CPMS=\"%s\",\"%s\",\"%s\"".formatted(read, receive, receive));
  }

  private Optional<String> state() throws InterruptedException {
    return at.ask(AtCommand.of(ASK)).information().stream().findFirst();
  }

  /// The store that arrivals go to; empty if the modem does not say.
  String own() {
    return own;
  }

  /// All stores that may hold arrivals, the own one last, so that it stays selected.
  List<String> all() {
    List<String> all = new ArrayList<>(readable);
    all.remove(own);
    all.add(own);
    return List.copyOf(all);
  }

  /// Turns reading and deleting to `store`. The store of a modem that does not name it is empty,
  /// and cannot be turned back to.
  ///
  /// @return whether it is that store which is read and deleted from now
  boolean select(String store) throws InterruptedException {
    if (store.equals(selected) || store.isEmpty()) {
      return store.equals(selected);
    }
    AtCommand turn =
        own.isEmpty() ? AtCommand.of("AT+CPMS=\"" + store + "\"") : command(store, own);
    boolean done = at.ask(turn) instanceof AtResponse.Ok;
    selected = done ? store : UNKNOWN; // without an answer, the modem may have turned all the same
    return done;
  }

  /// The room of the store that is read from, if the modem says.
  Optional<Room> room() throws InterruptedException {
    for (String line : at.ask(AtCommand.of(ASK)).information()) {
      OptionalInt used = Fields.number(line, 1);
      OptionalInt capacity = Fields.number(line, 2);
      if (used.isPresent() && capacity.isPresent() && Fields.at(line, 0).equals(selected)) {
        return Optional.of(new Room(used.getAsInt(), capacity.getAsInt()));
      }
    }
    return Optional.empty();
  }

  /// How full the own store is in per cent, if the modem says. Also finds out if it turned to
  /// another store by itself.
  OptionalInt percentFull() throws InterruptedException {
    boolean _ = select(own);
    for (String line : at.ask(AtCommand.of(ASK)).information()) {
      selected = Fields.at(line, 0);
      OptionalInt used = Fields.number(line, 7);
      OptionalInt total = Fields.number(line, 8);
      if (used.isPresent() && total.isPresent() && total.getAsInt() > 0) {
        return OptionalInt.of(used.getAsInt() * 100 / total.getAsInt());
      }
    }
    return OptionalInt.empty();
  }
}
