package hospital.wardbell.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A pseudo-terminal seen from its master side: what a USB modem is to the program that opens its
/// device.
///
/// One thread reads, one thread writes. A program is *attached* from the first octet it writes
/// until it closes the device. While none is, this side holds the device open itself, so that
/// octets for nobody can be left out instead of piling up for the next program, and so that an
/// exclusive use (TIOCEXCL) of a program that was killed can be lifted: on a pseudo-terminal it
/// outlives the program.
final class Pty implements AutoCloseable {
  private static final int MOST_AT_ONCE = 4096;
  private static final int NOBODY = -1;

  private final int master;
  private final Path slave;
  private int holder;
  private volatile boolean attached;
  private final AtomicInteger attachments = new AtomicInteger();

  private Pty(int master, Path slave, int holder) {
    this.master = master;
    this.slave = slave;
    this.holder = holder;
  }

  static Pty open() throws IOException {
    int master = Libc.openMaster();
    try {
      String slave = Libc.slaveOf(master);
      return new Pty(master, Path.of(slave), Libc.openTerminal(slave));
    } catch (IOException e) {
      Libc.close(master);
      throw e;
    }
  }

  /// The device that programs open.
  Path slave() {
    return slave;
  }

  /// How the program has set the device. Any thread.
  Terminal terminal() throws IOException {
    return Terminal.of(Libc.controlFlags(master));
  }

  /// Whether a program has the device open and has written to it. Any thread.
  boolean isAttached() {
    return attached;
  }

  /// How many programs have been attached so far. Any thread.
  int attachments() {
    return attachments.get();
  }

  /// Waits up to `milliseconds` for octets; empty if none came. Reader's thread.
  ///
  /// @throws IOException if the terminal is of no more use
  byte[] read(int milliseconds) throws IOException {
    int events = Libc.poll(master, Libc.READABLE, milliseconds);
    if ((events & Libc.READABLE) != 0) {
      byte[] octets = Libc.read(master, MOST_AT_ONCE);
      if (!attached && octets.length > 0) {
        attach();
      }
      return octets;
    }
    if ((events & Libc.HUNG_UP) != 0) {
      detach();
    }
    return new byte[0];
  }

  /// Writes what the program takes within `milliseconds`; the rest, and all of it while no program
  /// is attached, is lost like octets on a wire. Writer's thread.
  void write(byte[] octets, int milliseconds) throws IOException {
    int done = 0;
    while (attached && done < octets.length) {
      done += Libc.write(master, octets, done);
      if (done < octets.length && Libc.poll(master, Libc.WRITABLE, milliseconds) != Libc.WRITABLE) {
        return; // nobody reads, or nobody is there any more
      }
    }
  }

  private void attach() throws IOException {
    Libc.allowOthers(holder);
    Libc.close(holder);
    holder = NOBODY;
    attachments.incrementAndGet();
    attached = true;
  }

  private void detach() throws IOException {
    attached = false;
    holder = Libc.openTerminal(slave.toString());
  }

  /// Hangs up: the program's reads and writes fail from now on. Only once the reader has ended.
  @Override
  public void close() {
    attached = false;
    if (holder != NOBODY) {
      Libc.close(holder);
    }
    Libc.close(master);
  }
}
