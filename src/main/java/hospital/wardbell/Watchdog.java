package hospital.wardbell;

import hospital.wardbell.base.Loop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Tells systemd that the service is ready, and that it is alive for as long as it is.
///
/// Without `$NOTIFY_SOCKET` it does nothing. The JDK has no Unix datagram sockets, so libc's are
/// called.
///
/// @spec https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html#NOTIFY_SOCKET
///   sd_notify(3)
final class Watchdog implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Watchdog.class.getName());
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM = 2;
  private static final int SUN_PATH = 108;

  private final Optional<String> socket;
  private final Loop loop;

  private Watchdog(Optional<String> socket, Duration every, BooleanSupplier alive) {
    this.socket = socket;
    this.loop =
        Loop.start(
            "watchdog",
            () -> {
              if (alive.getAsBoolean()) {
                say("WATCHDOG=1");
              }
              return every;
            });
  }

  /// @param alive whether the loops that matter still turn; asked at half of systemd's patience
  static Watchdog start(BooleanSupplier alive) {
    long micros = Long.parseLong(Optional.ofNullable(System.getenv("WATCHDOG_USEC")).orElse("0"));
    Duration every = micros > 0 ? Duration.ofNanos(micros * 500) : Duration.ofMinutes(1);
    return new Watchdog(Optional.ofNullable(System.getenv("NOTIFY_SOCKET")), every, alive);
  }

  /// The service answers now.
  void ready(String status) {
    say("READY=1\nSTATUS=" + status);
  }

  private void say(String state) {
    socket.ifPresent(path -> {
      try {
        send(path, state);
      } catch (Throwable e) { // what a method handle may throw
        LOG.log(Level.WARNING, "systemd could not be told: {0}", e.getClass().getName());
      }
    });
  }

  private static void send(String path, String state) throws Throwable {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length >= SUN_PATH) {
      return;
    }
    if (name[0] == '@') { // an abstract name starts with a zero octet
      name[0] = 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(2L + SUN_PATH);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(name, 0, address, ValueLayout.JAVA_BYTE, 2, name.length);
      MemorySegment message = arena.allocateFrom(state);
      int fd = (int) call("socket", 3, false).invokeExact(AF_UNIX, SOCK_DGRAM, 0);
      if (fd < 0) {
        return;
      }
      long _ =
          (long)
              call("sendto", 6, true)
                  .invokeExact(fd, message, message.byteSize() - 1, 0, address, 2 + name.length);
      int _ = (int) call("close", 1, false).invokeExact(fd);
    }
  }

  @SuppressWarnings("restricted") // the program runs with native access on
  private static MethodHandle call(String name, int arguments, boolean sends) {
    FunctionDescriptor shape =
        sends
            ? FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT)
            : FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                Collections.nCopies(arguments, ValueLayout.JAVA_INT).toArray(ValueLayout[]::new));
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
  }

  @Override
  public void close() {
    say("STOPPING=1");
    loop.close();
  }
}
