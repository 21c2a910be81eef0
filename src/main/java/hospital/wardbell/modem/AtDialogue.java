package hospital.wardbell.modem;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Speaks AT over one port, one command at a time. Owned by one thread, the modem's own; no locks.
///
/// Every line that is neither a final result nor information the command asked for is unsolicited:
/// it is passed on in order and never part of an answer. The deadline of a command is absolute, so
/// a chatty modem cannot move it. After a silence the modem may still answer the old command, and
/// after an answer that fits no question it is behind, so the next one is preceded by getting back
/// in step.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#5.7 ITU-T V.250 §5.7 (result codes)
final class AtDialogue {
  private static final Logger LOG = System.getLogger(AtDialogue.class.getName());
  private static final Duration BRIEF = Duration.ofSeconds(1);
  private static final int TRIES = 5;

  /// How long a modem may take to repeat a TPDU.
  private static final Duration ECHO = Duration.ofSeconds(2);

  /// What is heard on ports for data, positions and diagnostics.
  private static final Pattern NO_AT_PORTS =
      Pattern.compile("CONNECT.*|\\$G[A-Z]{2,4},.*|.*[^ -~].*");

  private static final String ESC = "\u001b";

  private final Port port;
  private final InstantSource ticks;
  private final Unsolicited unsolicited;
  private LineMarks ignored = LineMarks.of();
  private boolean checksEcho;
  private boolean inDoubt;
  private boolean strange;

  /// @param ticks a clock that nobody sets
  /// @param urcs must not ask anything itself
  AtDialogue(Port port, InstantSource ticks, Consumer<Urc> urcs) {
    this.port = port;
    this.ticks = ticks;
    this.unsolicited = new Unsolicited(urcs);
  }

  /// Drops lines like `marks` from here on, unless a command asks for one.
  void ignore(LineMarks marks) {
    ignored = marks;
  }

  /// Writes as the modem wants it from here on.
  void use(Writing writing) {
    port.use(writing);
    checksEcho = writing.checksEcho();
  }

  /// Whether a TPDU is to be sent only once it was repeated rightly: then it [#enters] and is
  /// [#end]ed in place of being asked.
  boolean checksEcho() {
    return checksEcho;
  }

  /// Writes what `command` says without what ends it, and waits for the modem to repeat it.
  ///
  /// @return whether what came back is what was written
  boolean enters(AtCommand command) throws InterruptedException {
    LOG.log(Level.DEBUG, () -> "> " + command);
    port.write(command.text());
    Instant deadline = ticks.instant().plus(ECHO); // behind the pauses between pieces
    String repeated = "";
    while (command.text().startsWith(repeated) && !command.text().equals(repeated)) {
      Duration left = Duration.between(ticks.instant(), deadline);
      Heard heard = left.isPositive() ? port.next(left) : new Heard.Nothing();
      switch (heard) {
        case Heard.Nothing() -> {
          return false;
        }
        case Heard.Echo(var text) -> repeated = text;
        case Heard.Line _, Heard.Gone _, Heard.Prompt _, Heard.Wake _ -> idle(heard);
      }
    }
    return command.text().equals(repeated);
  }

  /// Ends what was entered and waits for the answer, at most for the patience of `entered`.
  AtResponse end(AtCommand entered) throws InterruptedException {
    return exchange(entered, entered.ending());
  }

  /// Asks one command and waits for its answer, at most for its patience.
  ///
  /// @throws ModemFault if the line ends, or the modem no longer answers anything
  AtResponse ask(AtCommand command) throws InterruptedException {
    prepare();
    return exchange(command);
  }

  /// Does what may fail before a command is written: one that is asked straight after is written.
  ///
  /// @throws ModemFault if the line ends, or the modem no longer answers anything
  void prepare() throws InterruptedException {
    if (inDoubt) {
      getInStep();
    }
    hearAll();
  }

  /// Leaves it open where the modem is in its dialogue, so that the next command is preceded by
  /// getting back in step.
  void doubt() {
    inDoubt = true;
  }

  /// Waits for one thing to be heard, at most for `patience`.
  void listen(Duration patience) throws InterruptedException {
    idle(port.next(patience));
  }

  /// Takes the modem out of a half-entered TPDU and finds the point where its answers are answers
  /// to our own questions.
  ///
  /// A late `OK` looks like any other, so the question is one whose answer has a line of its own.
  ///
  /// @throws ModemFault if nothing answers
  void getInStep() throws InterruptedException {
    boolean refused = false;
    strange = false;
    for (int i = 0; i < TRIES; i++) {
      port.write(ESC);
      hearAll();
      if (exchange(AtCommand.of("AT", BRIEF)) instanceof AtResponse.Silence) {
        exchange(AtCommand.of("ATQ0V1", BRIEF)); // results may be off, or numeric
      }
      switch (mark()) {
        case AtResponse.Ok _ -> {
          inDoubt = false;
          return;
        }
        case AtResponse.Refused _ -> refused = true;
        case AtResponse.Silence _, AtResponse.Prompt _ -> {}
      }
    }
    if (!refused) {
      Trouble.Kind why = strange ? Trouble.Kind.NO_AT_PORT : Trouble.Kind.MUTE;
      throw new ModemFault(ModemFault.Kind.MUTE, Trouble.of(why));
    }
    inDoubt = false;
  }

  /// Asks the question whose answer cannot be mistaken, and reads past answers to older ones.
  private AtResponse mark() throws InterruptedException {
    AtCommand marker = AtCommand.of("AT+CMEE?", BRIEF);
    Instant deadline = write(marker, marker.characters());
    AtResponse last = await(marker, deadline);
    AtResponse refusal = last;
    while (!(last instanceof AtResponse.Silence)) {
      if (!last.information().isEmpty()) {
        return last;
      }
      refusal = last instanceof AtResponse.Refused ? last : refusal;
      last = await(marker, deadline);
    }
    return refusal instanceof AtResponse.Refused ? refusal : last;
  }

  private AtResponse exchange(AtCommand command) throws InterruptedException {
    return exchange(command, command.characters());
  }

  private AtResponse exchange(AtCommand command, String characters) throws InterruptedException {
    AtResponse response = await(command, write(command, characters));
    inDoubt |= response instanceof AtResponse.Silence || isAnothers(response, command);
    return response;
  }

  /// A question that is answered `OK` and nothing else was answered before, or not in full.
  private static boolean isAnothers(AtResponse response, AtCommand command) {
    return command.asks() && response instanceof AtResponse.Ok(var lines) && lines.isEmpty();
  }

  private Instant write(AtCommand command, String characters) throws InterruptedException {
    LOG.log(Level.DEBUG, () -> "> " + command);
    Instant deadline = ticks.instant().plus(command.patience());
    port.write(characters);
    return deadline;
  }

  private AtResponse await(AtCommand command, Instant deadline) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    while (true) {
      Duration left = Duration.between(ticks.instant(), deadline);
      Heard heard = left.isPositive() ? port.next(left) : new Heard.Nothing();
      switch (heard) {
        case Heard.Nothing() -> {
          return new AtResponse.Silence(command.patience(), List.copyOf(lines));
        }
        case Heard.Prompt() when command.prompts() -> {
          return new AtResponse.Prompt();
        }
        case Heard.Line(var line) -> {
          Optional<AtResponse> end = take(line, command, lines);
          if (end.isPresent()) {
            return end.get();
          }
        }
        case Heard.Gone _, Heard.Prompt _, Heard.Echo _, Heard.Wake _ -> idle(heard);
      }
    }
  }

  /// Puts one line where it belongs.
  ///
  /// @return the answer, if this line ends it
  private Optional<AtResponse> take(String line, AtCommand command, List<String> lines) {
    LOG.log(Level.DEBUG, () -> "< " + Redaction.of(line));
    if (unsolicited.takesBody(line) || line.equals(command.text())) {
      return Optional.empty();
    }
    Optional<AtResponse> end = AtResponse.ending(line, lines);
    if (end.isEmpty()) {
      boolean header = command.answer().matcher(line).matches();
      boolean body = !lines.isEmpty() && !Urc.opens(line);
      if (header || (body && !ignored.match(line))) {
        lines.add(line);
      } else {
        unasked(line);
      }
    }
    return end;
  }

  private void unasked(String line) {
    strange |= NO_AT_PORTS.matcher(line).matches();
    if (!ignored.match(line)) {
      unsolicited.take(line);
    }
  }

  private void hearAll() throws InterruptedException {
    Heard heard = port.next(Duration.ZERO);
    while (!(heard instanceof Heard.Nothing)) {
      idle(heard);
      heard = port.next(Duration.ZERO);
    }
  }

  private void idle(Heard heard) {
    switch (heard) {
      case Heard.Line(var line) -> {
        LOG.log(Level.DEBUG, () -> "< " + Redaction.of(line));
        if (!unsolicited.takesBody(line)) {
          unasked(line);
        }
      }
      case Heard.Gone(var why) -> throw new ModemFault(ModemFault.Kind.GONE, why);
      case Heard.Prompt(), Heard.Echo _, Heard.Wake(), Heard.Nothing() -> {}
    }
  }
}
