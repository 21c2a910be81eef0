package hospital.wardbell.modem;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// An open line with its two platform threads: one reads into a bounded queue, one writes.
///
/// Neither is virtual, since a native read or write pins its carrier. When the queue is full the
/// reader waits, and the line's own flow control with it. A write that does not drain in
/// [#WRITE_PATIENCE] is left to its thread, which ends when the far side does.
final class OpenPort implements Port {
  private static final Logger LOG = System.getLogger(OpenPort.class.getName());
  private static final Duration WRITE_PATIENCE = Duration.ofSeconds(3);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(1);
  private static final String OUT_OF_ALL = "\u001b\r";
  private static final int QUEUE = 1024;
  private static final int READ_AT_ONCE = 1024;

  private final String name;
  private final SerialLine line;
  private final BlockingQueue<Heard> queue = new ArrayBlockingQueue<>(QUEUE);
  private final ExecutorService writer;
  private final Thread reader;
  private volatile @Nullable Trouble ended;
  private Writing writing = Profile.GENERIC.writing(); // only for the owner

  /// @param name of the modem, for the threads and the log
  OpenPort(String name, SerialLine line) {
    this.name = name;
    this.line = line;
    this.writer =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("modem-" + name + "-writer").factory());
    this.reader =
        Thread.ofPlatform().daemon().name("modem-" + name + "-reader").start(this::readToEnd);
  }

  private void readToEnd() {
    LineSplitter splitter = new LineSplitter();
    byte[] octets = new byte[READ_AT_ONCE];
    try {
      for (int count = line.read(octets); count >= 0; count = line.read(octets)) {
        for (Heard heard : splitter.take(octets, count)) {
          queue.put(heard);
        }
      }
      hangUp(Trouble.of(Trouble.Kind.LINE_ENDED));
    } catch (IOException | RuntimeException e) {
      hangUp(Trouble.of(Trouble.Kind.LINE_BROKEN, e.getClass().getSimpleName()));
    } catch (InterruptedException e) {
      hangUp(Trouble.of(Trouble.Kind.LINE_CLOSED));
    }
  }

  @Override
  public Heard next(Duration patience) throws InterruptedException {
    Heard heard = queue.poll();
    if (heard == null && ended == null && patience.isPositive()) {
      heard = queue.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
    if (heard != null) {
      return heard;
    }
    Trouble why = ended;
    return why == null ? new Heard.Nothing() : new Heard.Gone(why);
  }

  @Override
  public void use(Writing other) {
    writing = other;
  }

  @Override
  public void write(String characters) throws InterruptedException {
    byte[] octets = characters.getBytes(StandardCharsets.ISO_8859_1);
    Writing now = writing;
    Future<?> written =
        writer.submit(() -> {
          now.write(octets, line);
          return null;
        });
    try {
      written.get(WRITE_PATIENCE.plus(now.pauses(octets.length)).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ModemFault(ModemFault.Kind.STUCK, Trouble.of(Trouble.Kind.STUCK), e);
    } catch (ExecutionException e) {
      throw new ModemFault(ModemFault.Kind.GONE, Trouble.of(Trouble.Kind.LINE_UNWRITABLE), e);
    }
  }

  /// Says `command` to a modem that may answer nothing, out of whatever it is in the middle of, and
  /// gives it at most `patience` to obey before the line is closed under it.
  void sayBlind(String command, Duration patience) throws InterruptedException {
    try {
      write(OUT_OF_ALL + command + "\r");
      Heard heard = next(patience);
      while (heard instanceof Heard.Line(var line) && !line.equals("OK")) {
        heard = next(patience);
      }
    } catch (ModemFault e) {
      LOG.log(Level.DEBUG, "modem {0}: not even \"{1}\" could be said", name, command);
    }
  }

  /// Ends the owner's waiting, now or the next time. Any thread.
  void wake() {
    boolean _ = queue.offer(new Heard.Wake()); // a full queue keeps nobody waiting
  }

  /// Lets the owner find the line ended, whether or not the reader has noticed. Any thread.
  ///
  /// @param why what happened; the first that is said stands
  void hangUp(Trouble why) {
    if (ended == null) {
      ended = why;
    }
    wake();
  }

  /// Closes the line and waits a second for that; a line that will not close is left behind.
  void close() throws InterruptedException {
    hangUp(Trouble.of(Trouble.Kind.LINE_CLOSED));
    reader.interrupt();
    writer.shutdown();
    Thread closer =
        Thread.ofPlatform().daemon().name("modem-" + name + "-closer").start(line::close);
    if (!closer.join(CLOSE_PATIENCE)) {
      LOG.log(Level.WARNING, "modem {0}: the port does not close and is left behind", name);
    }
  }
}
