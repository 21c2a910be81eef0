package hospital.wardbell.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Commands about stored messages, in PDU mode.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#3.4 3GPP TS 27.005 §3.4 (receiving and reading)
final class StorageCommands {
  private static final int ALL = 4;
  private static final int NO_SUCH_PLACE = 321;
  private static final int NOT_SUPPORTED = 303;

  private final Habits habits;
  private final Memories memories;
  private final Radio radio;
  private final Runnable roomMade;
  private final Journal journal;

  /// @param roomMade called after messages were deleted
  StorageCommands(
      Habits habits, Memories memories, Radio radio, Runnable roomMade, Journal journal) {
    this.habits = habits;
    this.memories = memories;
    this.radio = radio;
    this.roomMade = roomMade;
    this.journal = journal;
  }

  void addTo(CommandTable table) {
    table
        .add("+CPMS", opened(memories::choose))
        .add("+CMGL", opened(this::list))
        .add("+CMGR", opened(this::read))
        .add("+CMGD", opened(this::delete));
  }

  private CommandTable.Handler opened(CommandTable.Handler handler) {
    return command -> radio.isSimOpen() ? handler.answer(command) : new Reply.MessageError(311);
  }

  private Reply list(AtCommand command) {
    if (!habits.lists()) {
      return new Reply.MessageError(NOT_SUPPORTED);
    }
    if (command.kind() == AtCommand.Kind.TEST) {
      return Reply.line("+CMGL: (0-4)");
    }
    int wanted = command.number(0, 0);
    if (wanted < 0 || wanted > ALL) {
      return new Reply.MessageError(302);
    }
    List<String> lines = new ArrayList<>();
    Memory memory = memories.reading();
    for (int index : memory.places(m -> wanted == ALL || m.state().number() == wanted)) {
      look(memory, index).ifPresent(m -> lines.add("+CMGL: " + index + "," + m.described()));
    }
    return new Reply.Done(lines);
  }

  private Reply read(AtCommand command) {
    if (command.kind() == AtCommand.Kind.TEST) {
      return Reply.ok();
    }
    Optional<StoredMessage> message = look(memories.reading(), command.number(0, 0));
    return message.isPresent()
        ? Reply.line("+CMGR: " + message.get().described())
        : new Reply.MessageError(NO_SUCH_PLACE);
  }

  /// The message as it was; reading it makes it a read one.
  private Optional<StoredMessage> look(Memory memory, int index) {
    Optional<StoredMessage> message = memory.at(index);
    if (message.isPresent()) {
      StoredMessage found = message.get();
      memory.replace(index, found.read());
      journal.record(
          new JournalEntry.Read(
              Instant.now(), memory.place(index), Fingerprint.ofTpdu(found.hex())));
    }
    return message;
  }

  private Reply delete(AtCommand command) {
    Memory memory = memories.reading();
    if (command.kind() == AtCommand.Kind.TEST) {
      return Reply.line(
          "+CMGD: (%d-%d),(0-4)".formatted(memory.first(), memory.first() + memory.capacity() - 1));
    }
    int index = command.number(0, 0);
    int flag = command.number(1, 0);
    if (flag < 0 || flag > 4 || (flag == 0 && !memory.hasPlace(index))) {
      return new Reply.MessageError(NO_SUCH_PLACE);
    }
    if (flag == 0) {
      remove(memory, index);
    } else {
      for (int place : memory.places(deletedBy(flag))) {
        remove(memory, place);
      }
    }
    roomMade.run();
    return Reply.ok();
  }

  /// `<delflag>`: 1 read, 2 read and sent, 3 read, sent and unsent, 4 all.
  private static Predicate<StoredMessage> deletedBy(int flag) {
    return message ->
        switch (message.state()) {
          case RECEIVED_READ -> true;
          case STORED_SENT -> flag >= 2;
          case STORED_UNSENT -> flag >= 3;
          case RECEIVED_UNREAD -> flag == 4;
        };
  }

  private void remove(Memory memory, int index) {
    Optional<StoredMessage> message = memory.at(index);
    if (message.isPresent()) {
      memory.delete(index);
      journal.record(
          new JournalEntry.Deleted(
              Instant.now(), memory.place(index), Fingerprint.ofTpdu(message.get().hex())));
    }
  }
}
