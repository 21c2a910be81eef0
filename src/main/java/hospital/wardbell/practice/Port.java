package hospital.wardbell.practice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// The socket that the modem is plugged into: a pseudo-terminal while it is plugged in, nothing
/// while it is not, and a link with a name that stays the same.
///
/// A platform thread reads and hands octets on. Plugging is for one thread, the modem's own.
final class Port implements AutoCloseable {
  /// Who takes what the program writes. Called on the reading thread, which may be made to wait.
  interface Receiver {
    void octets(byte[] octets, long arrivedNanos) throws InterruptedException;

    /// A program came, or went.
    void attached(boolean on);
  }

  private static final Logger LOG = System.getLogger(Port.class.getName());
  private static final int LOOK_MILLISECONDS = 50;
  private static final int DRAIN_MILLISECONDS = 250;

  private final Optional<Path> link;
  private final Receiver receiver;
  private Optional<Plugged> plugged = Optional.empty();
  private volatile Path path = Path.of("");

  private Port(Optional<Path> link, Receiver receiver) {
    this.link = link;
    this.receiver = receiver;
  }

  /// @param link where to put a link to the device, or nothing
  static Port open(Optional<Path> link, Receiver receiver) throws IOException {
    Port port = new Port(link.map(Path::toAbsolutePath), receiver);
    port.plug();
    return port;
  }

  /// What a program opens: the link if there is one, else the device itself.
  Path path() {
    return path;
  }

  /// Whether a program has opened the device and written to it.
  boolean isAttached() {
    return plugged.isPresent() && plugged.get().pty.isAttached();
  }

  /// How the device is set by the program that opened it.
  Terminal terminal() throws IOException {
    if (plugged.isEmpty()) {
      throw new IOException("the modem is not plugged in");
    }
    return plugged.get().pty.terminal();
  }

  /// How many programs have been attached since it was plugged in.
  int attachments() {
    return plugged.map(p -> p.pty.attachments()).orElse(0);
  }

  void plug() throws IOException {
    if (plugged.isPresent()) {
      return;
    }
    Pty pty = Pty.open();
    plugged = Optional.of(new Plugged(pty, receiver));
    path = link.isPresent() ? pointTo(link.get(), pty.slave()) : pty.slave();
  }

  /// The device goes away, and its name with it.
  void unplug() throws IOException {
    if (plugged.isPresent()) {
      if (link.isPresent()) {
        Files.deleteIfExists(link.get());
      }
      plugged.get().close();
      plugged = Optional.empty();
    }
  }

  /// Octets for nobody, or for a program that has stopped reading, are lost.
  void write(byte[] octets) {
    if (plugged.isPresent()) {
      try {
        plugged.get().pty.write(octets, DRAIN_MILLISECONDS);
      } catch (IOException e) {
        LOG.log(Level.WARNING, "the practice modem could not write to its terminal", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    unplug();
  }

  private static Path pointTo(Path link, Path device) throws IOException {
    Path fresh = link.resolveSibling(link.getFileName() + ".new");
    Files.createDirectories(fresh.getParent());
    Files.deleteIfExists(fresh);
    Files.createSymbolicLink(fresh, device);
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return link;
  }

  /// One plugging-in: a terminal and the thread that reads it.
  private static final class Plugged {
    private final Pty pty;
    private final Receiver receiver;
    private final Thread reader;
    private volatile boolean closing;

    private Plugged(Pty pty, Receiver receiver) {
      this.pty = pty;
      this.receiver = receiver;
      this.reader = Thread.ofPlatform().daemon().name("practice-port").start(this::read);
    }

    private void read() {
      try {
        while (!closing) {
          boolean before = pty.isAttached();
          byte[] octets = pty.read(LOOK_MILLISECONDS);
          if (pty.isAttached() != before) {
            receiver.attached(!before);
          }
          if (octets.length > 0) {
            receiver.octets(octets, System.nanoTime());
          }
        }
      } catch (IOException e) {
        LOG.log(Level.WARNING, "the practice modem's terminal is of no more use", e);
      } catch (InterruptedException e) {
        LOG.log(Level.DEBUG, "the practice modem was unplugged while it was read");
      }
    }

    private void close() {
      closing = true;
      reader.interrupt();
      try {
        reader.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (pty.isAttached()) {
        receiver.attached(false);
      }
      pty.close();
    }
  }
}
