package hospital.wardbell;

import hospital.wardbell.audit.ClockStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks the kernel whether something keeps its clock in time: NTP, PTP or the like; where it may
/// not be asked (`ProtectClock=` of a unit), whether systemd's time service says so. Any thread.
///
/// @spec https://man7.org/linux/man-pages/man2/adjtimex.2.html#RETURN-VALUE adjtimex(2)
final class KernelClock implements Supplier<ClockStatus> {
  private static final Logger LOG = System.getLogger(KernelClock.class.getName());
  // struct timex with room to spare; all zero, it asks and sets nothing.
  private static final long TIMEX_OCTETS = 512;
  private static final int TIME_ERROR = 5;
  private static final Path TOLD = Path.of("/run/systemd/timesync/synchronized");

  private final Optional<MethodHandle> adjtimex = handle();

  @SuppressWarnings("restricted") // the program runs with native access on
  private static Optional<MethodHandle> handle() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("adjtimex")
        .map(function ->
            linker.downcallHandle(
                function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
  }

  @Override
  public ClockStatus get() {
    if (adjtimex.isEmpty()) {
      return told();
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(TIMEX_OCTETS, 8);
      return status((int) adjtimex.get().invokeExact(timex));
    } catch (Throwable e) { // what a method handle may throw
      LOG.log(Level.DEBUG, "the kernel's clock cannot be asked: {0}", e.getClass().getName());
      return told();
    }
  }

  private static ClockStatus told() {
    return Files.exists(TOLD) ? ClockStatus.SYNCHRONIZED : ClockStatus.UNKNOWN;
  }

  private static ClockStatus status(int answer) {
    if (answer < 0) {
      return told();
    }
    return answer == TIME_ERROR ? ClockStatus.FREE : ClockStatus.SYNCHRONIZED;
  }
}
