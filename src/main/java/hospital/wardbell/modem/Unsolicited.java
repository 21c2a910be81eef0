package hospital.wardbell.modem;

import java.util.List;
import java.util.function.Consumer;

/// Puts unsolicited lines together with what follows them and passes them on in order.
///
/// The body of a PDU is the very next line. If that line can be none (it ends an answer or opens
/// another unsolicited line) the body was lost, and the line goes its own way.
///
/// The words of a network go on to their closing quote, over several lines perhaps, between which
/// others may come. What ends an answer ends them too, so that words without an end take nothing
/// for long.
final class Unsolicited {
  private static final int LONGEST_WORDS = 2_000;

  private final Consumer<Urc> urcs;
  private String waiting = "";
  private String words = "";

  Unsolicited(Consumer<Urc> urcs) {
    this.urcs = urcs;
  }

  /// Takes `line` if it is the body, or one of the words, that are waited for.
  boolean takesBody(String line) {
    boolean opens = Urc.opens(line);
    boolean ends = AtResponse.ending(line, List.of()).isPresent();
    if (!waiting.isEmpty()) {
      String header = waiting;
      waiting = "";
      boolean body = !opens && !ends;
      urcs.accept(new Urc(header, body ? line : ""));
      if (body) {
        return true;
      }
    }
    if (words.isEmpty() || (opens && !ends)) {
      return false;
    }
    if (!ends) {
      words += "\n" + line;
    }
    if (ends || words.length() > LONGEST_WORDS || !UssdReply.isOpen(words)) {
      passWords();
    }
    return !ends;
  }

  private void passWords() {
    String whole = words;
    words = "";
    urcs.accept(new Urc(whole, ""));
  }

  /// Takes a line that is part of no answer.
  void take(String line) {
    if (UssdReply.isOpen(line)) {
      if (!words.isEmpty()) {
        passWords();
      }
      words = line;
    } else if (Urc.hasBody(line)) {
      waiting = line;
    } else {
      urcs.accept(new Urc(line, ""));
    }
  }
}
