package hospital.wardbell.practice;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// The modem's side of the AT dialogue: gathers command lines and payloads, has them carried out,
/// answers, and speaks up between answers. The modem's thread only.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#5.2 ITU-T V.250 §5.2 (command line)
final class AtEngine implements Unsolicited {
  private static final int CARRIAGE_RETURN = '\r';
  private static final int LINE_FEED = '\n';
  private static final int BACKSPACE = '\b';
  private static final int SUBSTITUTE = 0x1a;
  private static final int ESCAPE = 0x1b;
  private static final int LONGEST_LINE = 2048;
  private static final int MOST_UNSAID = 1000;

  private enum Mode {
    COMMAND,
    /// After the prompt.
    PAYLOAD,
    /// The network has been asked; input waits.
    NETWORK
  }

  private record Unsaid(String text, Runnable said) {}

  private final Port port;
  private final Wire wire;
  private final Timing timing;
  private final Switches switches;
  private final Wording wording;
  private final CommandTable table;
  private final Luck luck;
  private final Journal journal;

  private final Input input = new Input();
  private final Busy busy = new Busy();
  private final StringBuilder gathered = new StringBuilder();
  private final ByteArrayOutputStream echo = new ByteArrayOutputStream();
  private final Queue<Unsaid> unsaid = new ArrayDeque<>();
  private Mode mode = Mode.COMMAND;
  private boolean answering;
  private Exchange exchange = new Exchange(System.nanoTime(), Duration.ZERO);
  private Reply.Payload payload = _ -> Reply.ok();

  AtEngine(
      Port port, Timing timing, Switches switches, CommandTable table, Luck luck, Journal journal) {
    this.port = port;
    this.wire = new Wire(port, timing);
    this.timing = timing;
    this.switches = switches;
    this.wording = new Wording(switches);
    this.table = table;
    this.luck = luck;
    this.journal = journal;
  }

  /// Takes what the program wrote.
  void octets(byte[] octets, long arrivedNanos) {
    wire.received(octets.length, arrivedNanos);
    input.add(octets, arrivedNanos);
    work();
  }

  /// Forgets whatever was going on, as after a loss of power.
  void restart() {
    input.clear();
    gathered.setLength(0);
    echo.reset();
    unsaid.clear();
    mode = Mode.COMMAND;
    exchange = new Exchange(System.nanoTime(), wire.waited());
  }

  /// The exchange under way, by which a later answer is known to belong to it.
  Exchange exchange() {
    return exchange;
  }

  /// The network took the SUBMIT of `submitted`.
  void answerSubmitted(Exchange submitted, String answer, int reference, Duration delay) {
    if (isUnderWay(submitted)) {
      respond(Reply.line(answer + reference));
      Duration planned = submitted.planned(wire.waited(), delay);
      journal.record(
          new JournalEntry.Answered(
              Instant.now(), reference, planned, submitted.held(), busy.total()));
      takeUpAgain();
    }
  }

  void answerLater(Exchange asked, Reply reply) {
    if (isUnderWay(asked)) {
      respond(reply);
      takeUpAgain();
    }
  }

  /// Answers, and goes on taking what is written for another payload of the same command.
  void answerAndStay(Exchange asked, Reply reply) {
    if (isUnderWay(asked)) {
      respond(reply);
      mode = Mode.PAYLOAD;
      work();
    }
  }

  /// Goes on without an answer.
  void keepSilent(Exchange asked) {
    if (isUnderWay(asked)) {
      takeUpAgain();
    }
  }

  @Override
  public void say(String text, Runnable said) {
    if (answering || mode == Mode.PAYLOAD) {
      if (unsaid.size() < MOST_UNSAID) {
        unsaid.add(new Unsaid(text, said));
      }
    } else if (port.isAttached()) {
      long begin = System.nanoTime();
      wire.send("\r\n" + text + "\r\n");
      if (mode == Mode.COMMAND) { // while the network is asked, all the time counts anyway
        busy.add(begin, System.nanoTime());
      }
      said.run();
    }
  }

  private boolean isUnderWay(Exchange asked) {
    return mode == Mode.NETWORK && asked == exchange;
  }

  private void takeUpAgain() {
    mode = Mode.COMMAND;
    sayUnsaid();
    work();
  }

  private void work() {
    while (mode != Mode.NETWORK && !input.isEmpty()) {
      int octet = input.next();
      if (switches.echo.isOn()) {
        echo.write(octet);
      }
      switch (mode) {
        case COMMAND -> inCommand(octet);
        case PAYLOAD -> inPayload(octet);
        case NETWORK -> throw new IllegalStateException("input waits for the network");
      }
    }
    sendEcho();
  }

  private void inCommand(int octet) {
    switch (octet) {
      case CARRIAGE_RETURN -> carryOut(takeGathered());
      case BACKSPACE -> gathered.setLength(Math.max(0, gathered.length() - 1));
      case LINE_FEED, ESCAPE, SUBSTITUTE -> sendEcho();
      default -> gather(octet);
    }
  }

  private void inPayload(int octet) {
    switch (octet) {
      case SUBSTITUTE -> takePayload(takeGathered());
      case ESCAPE -> {
        gathered.setLength(0);
        exchange.payloadCame(input.arrivedNanos());
        finish(Reply.ok());
      }
      case CARRIAGE_RETURN, LINE_FEED -> sendEcho();
      default -> gather(octet);
    }
  }

  private void gather(int octet) {
    if (gathered.length() < LONGEST_LINE) {
      gathered.append((char) octet);
    }
  }

  private String takeGathered() {
    String text = gathered.toString();
    gathered.setLength(0);
    return text;
  }

  private void carryOut(String line) {
    sendEcho();
    if (!CommandLine.isAddressedToModem(line)) {
      return;
    }
    exchange = new Exchange(input.arrivedNanos(), wire.waited());
    wire.awaitInput();
    wire.pause(timing.command());
    if (luck.echoesAstray()) {
      wire.send(line + "\r");
    }
    answering = true;
    Reply reply = table.answer(CommandLine.divide(line), this::note);
    answering = false;
    finish(reply);
  }

  private void takePayload(String text) {
    sendEcho();
    exchange.payloadCame(input.arrivedNanos());
    wire.awaitInput();
    answering = true;
    Reply reply = payload.take(text);
    answering = false;
    finish(reply);
  }

  private void finish(Reply reply) {
    mode = Mode.COMMAND;
    switch (reply) {
      case Reply.Prompt(Reply.Payload taker) -> {
        payload = taker;
        wire.pause(timing.prompt());
        wire.send("\r\n> ");
        exchange.answered(busy);
        mode = Mode.PAYLOAD;
        return;
      }
      case Reply.Later() -> mode = Mode.NETWORK;
      case Reply.Done _, Reply.Bare _, Reply.EquipmentError _, Reply.MessageError _ ->
          respond(reply);
    }
    sayUnsaid();
  }

  private void respond(Reply reply) {
    wire.send(luck.garbage() + text(reply));
    exchange.answered(busy);
  }

  private String text(Reply reply) {
    return switch (reply) {
      case Reply.Done(List<String> lines) when lines.isEmpty() -> luck.urcInside() + wording.ok();
      case Reply.Done(List<String> lines) ->
          luck.urcInside()
              + wording.information(String.join("\r\n", lines))
              + luck.urcInside()
              + wording.ok();
      case Reply.Bare() -> wording.error();
      case Reply.EquipmentError(int code) -> wording.equipmentError(code);
      case Reply.MessageError(int code) -> wording.messageError(code);
      case Reply.Prompt _, Reply.Later _ ->
          throw new IllegalStateException("no answer that could be written");
    };
  }

  private void sayUnsaid() {
    while (mode != Mode.PAYLOAD && !unsaid.isEmpty()) {
      Unsaid next = unsaid.remove();
      say(next.text(), next.said());
    }
  }

  private void sendEcho() {
    if (echo.size() > 0) {
      wire.echo(echo.toByteArray());
      echo.reset();
    }
  }

  private void note(AtCommand command) {
    journal.record(new JournalEntry.Command(Instant.now(), command.name()));
  }
}
