package hospital.wardbell.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hospital.wardbell.pdu.Pdu;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A program that only speaks AT over the modem's device, as fast as it can: no queue, no disk, no
/// recovery, nothing of our driver. What it reaches is the ceiling that the modem itself allows.
///
/// One thread. Its reads wait for ever; whoever runs it gives up on the thread.
final class BareClient implements AutoCloseable {
  private static final Pattern END =
      Pattern.compile("(?s).*\r\n(OK|ERROR|\\+CM[ES] ERROR: [^\r]*)\r\n");
  private static final Pattern STORED = Pattern.compile("\\+CMTI: \"SM\",(\\d+)\r\n");
  private static final String PROMPT = "\r\n> ";
  private static final String CTRL_Z = "\u001a";
  private static final int AT_ONCE = 4096;

  private final RandomAccessFile device;
  private final Queue<Integer> stored = new ArrayDeque<>();
  private final byte[] octets = new byte[AT_ONCE];
  private String heard = "";

  private BareClient(RandomAccessFile device) {
    this.device = device;
  }

  /// Opens the modem and sets it up to keep its link between texts and to tell of arrivals.
  static BareClient open(Path modem) throws IOException {
    BareClient client = new BareClient(new RandomAccessFile(modem.toRealPath().toFile(), "rw"));
    for (String command :
        List.of("ATE0", "AT+CMGF=0", "AT+CPMS=\"SM\",\"SM\",\"SM\"", "AT+CNMI=2,1,0,0,0")) {
      client.ask(command);
    }
    return client;
  }

  /// Sends all of `texts`, one straight after the other.
  ///
  /// @throws IOException if one is refused
  void send(List<Pdu> texts) throws IOException {
    ask("AT+CMMS=2");
    for (Pdu text : texts) {
      write("AT+CMGS=" + text.tpduOctets() + "\r");
      while (!heard.endsWith(PROMPT)) {
        hear();
      }
      forget(heard.length());
      write(text.hex() + CTRL_Z);
      awaitEnd();
    }
  }

  /// Reads and deletes arrivals until there have been `count`.
  ///
  /// @throws IOException if one cannot be read or deleted
  void receive(int count) throws IOException {
    for (int taken = 0; taken < count; taken++) {
      while (stored.isEmpty()) {
        forget(heard.lastIndexOf('\n') + 1);
        if (stored.isEmpty()) {
          hear();
        }
      }
      int place = stored.remove();
      ask("AT+CMGR=" + place);
      ask("AT+CMGD=" + place);
    }
  }

  private void ask(String command) throws IOException {
    write(command + "\r");
    awaitEnd();
  }

  private void awaitEnd() throws IOException {
    Matcher end = END.matcher(heard);
    while (!end.lookingAt()) {
      hear();
      end = END.matcher(heard);
    }
    String result = end.group(1);
    forget(end.end());
    if (!result.equals("OK")) {
      throw new IOException("the modem refused: " + result);
    }
  }

  /// Drops what was heard up to `end`, but for what it tells of arrivals.
  private void forget(int end) {
    String past = heard.substring(0, end);
    heard = heard.substring(end);
    STORED.matcher(past).results().forEach(told -> stored.add(Integer.valueOf(told.group(1))));
  }

  private void hear() throws IOException {
    int count = device.read(octets);
    if (count < 0) {
      throw new IOException("the modem hung up");
    }
    heard += new String(octets, 0, count, ISO_8859_1);
  }

  private void write(String text) throws IOException {
    device.write(text.getBytes(ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    device.close();
  }
}
