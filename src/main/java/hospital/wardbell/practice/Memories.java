package hospital.wardbell.practice;

import java.util.List;
import java.util.Optional;

/// The modem's memories, and which of them serve for what. The modem's thread only.
final class Memories {
  private static final int REPORTS = 50;

  private final List<Memory> all;
  private Memory reading;
  private Memory writing;
  private Memory receiving;

  /// @param first the number of each memory's first place
  Memories(int simCapacity, int phoneCapacity, int first) {
    Memory sim = new Memory("SM", simCapacity, first);
    this.all =
        List.of(sim, new Memory("ME", phoneCapacity, first), new Memory("SR", REPORTS, first));
    this.reading = sim;
    this.writing = sim;
    this.receiving = sim;
  }

  Memory reading() {
    return reading;
  }

  Memory writing() {
    return writing;
  }

  Memory receiving() {
    return receiving;
  }

  Memory sim() {
    return all.getFirst();
  }

  Memory reports() {
    return all.getLast();
  }

  /// After a power cycle everything goes to the SIM again.
  void turnBack() {
    reading = sim();
    writing = sim();
    receiving = sim();
  }

  /// `AT+CPMS`.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.2 3GPP TS 27.005 §3.2.2 (+CPMS)
  Reply choose(AtCommand command) {
    return switch (command.kind()) {
      case RUN -> Reply.badArgument();
      case TEST -> Reply.line("+CPMS: (\"SM\",\"ME\",\"SR\"),(\"SM\",\"ME\"),(\"SM\",\"ME\")");
      case READ ->
          Reply.line("+CPMS: " + named(reading) + "," + named(writing) + "," + named(receiving));
      case SET -> set(command);
    };
  }

  private Reply set(AtCommand command) {
    Optional<Memory> first = find(command, 0, reading);
    Optional<Memory> second = find(command, 1, writing);
    Optional<Memory> third = find(command, 2, receiving);
    if (first.isEmpty()
        || second.filter(this::isForMessages).isEmpty()
        || third.filter(this::isForMessages).isEmpty()) {
      return new Reply.MessageError(302);
    }
    reading = first.get();
    writing = second.get();
    receiving = third.get();
    return Reply.line(
        "+CPMS: " + reading.counts() + "," + writing.counts() + "," + receiving.counts());
  }

  private boolean isForMessages(Memory memory) {
    return memory != reports();
  }

  private Optional<Memory> find(AtCommand command, int position, Memory otherwise) {
    return command.has(position)
        ? all.stream().filter(m -> m.name().equalsIgnoreCase(command.text(position))).findFirst()
        : Optional.of(otherwise);
  }

  private static String named(Memory memory) {
    return "\"" + memory.name() + "\"," + memory.counts();
  }
}
