package hospital.wardbell.modem;

import java.util.function.Consumer;

/// Puts unsolicited lines together with their bodies and passes them on in order.
///
/// A body is the very next line. If that line can be none (it ends an answer or opens another
/// unsolicited line) the body was lost, and the line goes its own way.
final class Unsolicited {
  private final Consumer<Urc> urcs;
  private String waiting = "";

  Unsolicited(Consumer<Urc> urcs) {
    this.urcs = urcs;
  }

  /// Takes `line` if it is the body that is waited for.
  boolean takesBody(String line) {
    if (waiting.isEmpty()) {
      return false;
    }
    String header = waiting;
    waiting = "";
    boolean body = !Urc.opens(line) && !line.equals("OK") && !line.equals("ERROR");
    urcs.accept(new Urc(header, body ? line : ""));
    return body;
  }

  /// Takes a line that is part of no answer.
  void take(String line) {
    if (Urc.hasBody(line)) {
      waiting = line;
    } else {
      urcs.accept(new Urc(line, ""));
    }
  }
}
