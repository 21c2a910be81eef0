package hospital.wardbell.modem;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A port whose answers are written down beforehand. It does not emulate a modem: to a command it
/// does not know it says nothing, and waiting for nothing steps the clock instead of taking time.
final class ScriptedLine implements Port {
  /// Ends a script: the line goes away.
  static final String GONE = "(gone)";

  private final StepClock clock;
  private final Map<String, Deque<List<String>>> answers = new HashMap<>();
  private final Deque<Heard> said = new ArrayDeque<>();
  private final List<String> written = new ArrayList<>();
  private boolean echo;

  ScriptedLine(StepClock clock) {
    this.clock = clock;
  }

  /// Says `lines` whenever `command` is written. Said more than once for one command, the scripts
  /// are used in turn and the last one stays. `> ` is the prompt, and with text what it is followed
  /// by; `^Z` and `^[` stand for Ctrl-Z and ESC.
  ScriptedLine on(String command, String... lines) {
    answers.computeIfAbsent(command, _ -> new ArrayDeque<>()).addLast(List.of(lines));
    return this;
  }

  /// Forgets what `command` was answered with so far.
  ScriptedLine now(String command, String... lines) {
    answers.remove(command);
    return on(command, lines);
  }

  /// Says `lines` at once, unasked.
  ScriptedLine say(String... lines) {
    for (String line : lines) {
      said.addLast(
          switch (line) {
            case "> " -> new Heard.Prompt();
            case String echo when echo.startsWith("> ") -> new Heard.Echo(echo.substring(2));
            case GONE -> new Heard.Gone(Trouble.of(Trouble.Kind.LINE_ENDED));
            default -> new Heard.Line(line);
          });
    }
    return this;
  }

  ScriptedLine echoing() {
    echo = true;
    return this;
  }

  /// All that was written, without carriage returns.
  List<String> written() {
    return written;
  }

  @Override
  public Heard next(Duration patience) {
    Heard next = said.peekFirst();
    if (next instanceof Heard.Gone) {
      return next; // for good
    }
    if (next == null) {
      clock.step(patience.isPositive() ? patience : Duration.ZERO);
      return new Heard.Nothing();
    }
    said.removeFirst();
    return next;
  }

  @Override
  public void write(String characters) {
    String command = characters.replace("\r", "").replace("\u001a", "^Z").replace("\u001b", "^[");
    written.add(command);
    if (echo && !command.equals("^[")) {
      say(command.replace("^Z", ""));
    }
    Deque<List<String>> scripts = answers.getOrDefault(command, new ArrayDeque<>());
    List<String> script = scripts.size() > 1 ? scripts.removeFirst() : scripts.peekFirst();
    if (script != null) {
      say(script.toArray(String[]::new));
    }
  }
}
