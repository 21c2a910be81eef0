package hospital.wardbell.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Every command that the modem knows, and what it does. The modem's thread only.
final class CommandTable {
  /// Carries out one command.
  interface Handler {
    Reply answer(AtCommand command);
  }

  private final Map<String, Handler> handlers = new HashMap<>();

  CommandTable add(String name, Handler handler) {
    if (handlers.put(name, handler) != null) {
      throw new IllegalStateException(name + " is in the table twice");
    }
    return this;
  }

  CommandTable add(Dial dial) {
    return add(dial.name(), dial::answer);
  }

  /// Carries out a line's commands in order until one fails, asks for a payload or takes its time.
  ///
  /// @param before told of each command that is about to be carried out
  /// @return with the information lines of all commands carried out
  Reply answer(List<AtCommand> commands, Consumer<AtCommand> before) {
    List<String> lines = new ArrayList<>();
    for (AtCommand command : commands) {
      before.accept(command);
      Reply reply = answer(command);
      if (!(reply instanceof Reply.Done(List<String> more))) {
        return reply;
      }
      lines.addAll(more);
    }
    return new Reply.Done(lines);
  }

  private Reply answer(AtCommand command) {
    Handler handler = handlers.get(command.name());
    if (handler == null) {
      return new Reply.Bare();
    }
    try {
      return handler.answer(command);
    } catch (NumberFormatException e) {
      return Reply.badArgument(); // a word where a number was due
    }
  }
}
