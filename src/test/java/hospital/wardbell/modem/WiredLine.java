package hospital.wardbell.modem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// A line to a modem that is registered and says `OK` to what it does not know. It takes no TPDU
/// until told what to answer to one.
final class WiredLine implements SerialLine {
  private static final byte[] END = {};

  private final BlockingQueue<byte[]> toRead = new LinkedBlockingQueue<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final CountDownLatch drained = new CountDownLatch(1);
  private final CountDownLatch tpdus = new CountDownLatch(1);
  private volatile boolean stuck;

  WiredLine() {
    on("AT+CMEE?", "+CMEE: 1\r\nOK");
    on("AT+CPIN?", "+CPIN: READY\r\nOK");
    on("AT+CREG?", "+CREG: 2,1\r\nOK");
    on("AT+CGREG=2", "ERROR");
    on("AT+CEREG=2", "ERROR");
    on("AT+CMGS=24", "> ");
  }

  WiredLine on(String command, String answer) {
    answers.put(command, answer);
    return this;
  }

  void say(String line) {
    toRead.add(
        ("\r\n" + line + (line.equals("> ") ? "" : "\r\n")).getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Takes no more octets until it is closed.
  void clog() {
    stuck = true;
  }

  void pull() {
    toRead.add(END);
  }

  /// Released once a TPDU was written.
  CountDownLatch tpdus() {
    return tpdus;
  }

  @Override
  public int read(byte[] into) throws IOException {
    try {
      byte[] octets = toRead.take();
      if (octets.length == 0) {
        pull(); // for good
        return -1;
      }
      System.arraycopy(octets, 0, into, 0, octets.length);
      return octets.length;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void write(byte[] octets) throws IOException {
    if (stuck) {
      await(drained);
    }
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    String command = text.replaceAll("[\r\u001a\u001b]", "");
    if (text.endsWith("\u001a")) {
      tpdus.countDown();
      Optional.ofNullable(answers.get("TPDU")).ifPresent(this::say);
    } else if (!command.isEmpty()) {
      say(answers.getOrDefault(command, "OK"));
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    drained.countDown();
    pull();
  }
}
