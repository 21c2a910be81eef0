package hospital.wardbell.practice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The few functions of the C library that a pseudo-terminal needs and Java lacks, for Linux.
///
/// A failed call becomes an [IOException] that names the function and errno.
///
/// @spec https://pubs.opengroup.org/onlinepubs/9799919799/functions/posix_openpt.html POSIX.1-2024
///   posix_openpt
@SuppressWarnings("restricted") // calling C is what this class is for
final class Libc {
  static final int READABLE = 0x01;
  static final int WRITABLE = 0x04;
  static final int HUNG_UP = 0x10;

  private static final int READ_WRITE = 0x02;
  private static final int NO_CONTROLLING_TTY = 0x100;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final int NO_EXCLUSIVE_USE = 0x540D;
  private static final int NOW = 0;
  private static final int TRY_AGAIN = 11;
  private static final int INPUT_OUTPUT_ERROR = 5;
  private static final long TERMIOS_OCTETS = 256;
  private static final long CONTROL_FLAGS = 8; // behind c_iflag and c_oflag

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO_FIELD =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle POSIX_OPENPT = intFunction("posix_openpt", JAVA_INT);
  private static final MethodHandle GRANTPT = intFunction("grantpt", JAVA_INT);
  private static final MethodHandle UNLOCKPT = intFunction("unlockpt", JAVA_INT);
  private static final MethodHandle CLOSE = intFunction("close", JAVA_INT);
  private static final MethodHandle PTSNAME =
      intFunction("ptsname_r", JAVA_INT, ADDRESS, JAVA_LONG);
  private static final MethodHandle TCGETATTR = intFunction("tcgetattr", JAVA_INT, ADDRESS);
  private static final MethodHandle TCSETATTR =
      intFunction("tcsetattr", JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle OPEN = variadic("open", 2, ADDRESS, JAVA_INT);
  private static final MethodHandle IOCTL = variadic("ioctl", 2, JAVA_INT, JAVA_LONG);
  private static final MethodHandle POLL = intFunction("poll", ADDRESS, JAVA_LONG, JAVA_INT);
  private static final MethodHandle READ = longFunction("read");
  private static final MethodHandle WRITE = longFunction("write");
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));

  private Libc() {}

  /// A new pseudo-terminal's master side: non-blocking, unlocked, its line raw.
  static int openMaster() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      int flags = READ_WRITE | NO_CONTROLLING_TTY | NON_BLOCKING | CLOSE_ON_EXEC;
      int fd = check("posix_openpt", (int) POSIX_OPENPT.invokeExact(state, flags), state);
      check("grantpt", (int) GRANTPT.invokeExact(state, fd), state);
      check("unlockpt", (int) UNLOCKPT.invokeExact(state, fd), state);
      MemorySegment termios = arena.allocate(TERMIOS_OCTETS);
      check("tcgetattr", (int) TCGETATTR.invokeExact(state, fd, termios), state);
      CFMAKERAW.invokeExact(termios);
      check("tcsetattr", (int) TCSETATTR.invokeExact(state, fd, NOW, termios), state);
      return fd;
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// The path of the slave side.
  static String slaveOf(int master) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocate(64);
      int error = (int) PTSNAME.invokeExact(state, master, name, name.byteSize());
      if (error != 0) {
        throw new IOException("ptsname_r failed with errno " + error);
      }
      return name.getString(0);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// The control flags of the terminal behind `master`, which are those that its slave side has.
  static int controlFlags(int master) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment termios = arena.allocate(TERMIOS_OCTETS);
      check("tcgetattr", (int) TCGETATTR.invokeExact(state, master, termios), state);
      return termios.get(JAVA_INT, CONTROL_FLAGS);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// Opens a terminal without making it this process's own, and lifts an exclusive use of it that
  /// an ended program left behind.
  static int openTerminal(String path) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment name = arena.allocateFrom(path);
      int flags = READ_WRITE | NO_CONTROLLING_TTY | NON_BLOCKING | CLOSE_ON_EXEC;
      return check("open", (int) OPEN.invokeExact(state, name, flags), state);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  static void allowOthers(int terminal) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      check("ioctl", (int) IOCTL.invokeExact(state, terminal, (long) NO_EXCLUSIVE_USE), state);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// Waits for `events` on `fd` and returns those that came; 0 when time is up.
  static int poll(int fd, int events, int milliseconds) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment asked = arena.allocate(8, 4);
      asked.set(JAVA_INT, 0, fd);
      asked.set(JAVA_SHORT, 4, (short) events);
      int _ = (int) POLL.invokeExact(state, asked, 1L, milliseconds);
      return asked.get(JAVA_SHORT, 6);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// What is there now, at most `most` octets; empty if nothing is, or nobody is at the other side.
  static byte[] read(int fd, int most) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment into = arena.allocate(most);
      long count = (long) READ.invokeExact(state, fd, into, (long) most);
      int taken = transferred("read", count, state);
      return into.asSlice(0, taken).toArray(JAVA_BYTE);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  /// How many of the octets were taken, perhaps none.
  static int write(int fd, byte[] octets, int from) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment state = arena.allocate(STATE);
      MemorySegment out = arena.allocateFrom(JAVA_BYTE, octets);
      long length = (long) octets.length - from;
      long count = (long) WRITE.invokeExact(state, fd, out.asSlice(from), length);
      return transferred("write", count, state);
    } catch (Throwable e) {
      throw asFault(e);
    }
  }

  static void close(int fd) {
    try (Arena arena = Arena.ofConfined()) {
      int _ = (int) CLOSE.invokeExact(arena.allocate(STATE), fd);
    } catch (Throwable e) {
      throw new IllegalStateException("close could not be called", e);
    }
  }

  private static int transferred(String function, long count, MemorySegment state)
      throws IOException {
    if (count >= 0) {
      return (int) count;
    }
    int errno = (int) ERRNO_FIELD.get(state, 0L);
    if (errno == TRY_AGAIN || errno == INPUT_OUTPUT_ERROR) {
      return 0;
    }
    throw new IOException(function + " failed with errno " + errno);
  }

  private static int check(String function, int result, MemorySegment state) throws IOException {
    if (result < 0) {
      throw new IOException(function + " failed with errno " + (int) ERRNO_FIELD.get(state, 0L));
    }
    return result;
  }

  private static IOException asFault(Throwable e) {
    return e instanceof IOException fault
        ? fault
        : new IOException("the C library could not be called", e);
  }

  private static MethodHandle intFunction(String name, MemoryLayout... arguments) {
    return function(name, FunctionDescriptor.of(JAVA_INT, arguments), ERRNO);
  }

  private static MethodHandle longFunction(String name) {
    return function(name, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG), ERRNO);
  }

  private static MethodHandle variadic(String name, int fixed, MemoryLayout... arguments) {
    Linker.Option rest = Linker.Option.firstVariadicArg(fixed);
    return function(name, FunctionDescriptor.of(JAVA_INT, arguments), ERRNO, rest);
  }

  private static MethodHandle function(
      String name, FunctionDescriptor shape, Linker.Option... options) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), shape, options);
  }
}
