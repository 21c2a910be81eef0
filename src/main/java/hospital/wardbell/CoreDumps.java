package hospital.wardbell;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The memory of this process, which the kernel would write to a file if it died of a signal: keys
/// and texts. It is told not to.
///
/// @spec https://man7.org/linux/man-pages/man2/getrlimit.2.html#DESCRIPTION getrlimit(2)
///   (RLIMIT_CORE)
final class CoreDumps {
  private static final Logger LOG = System.getLogger(CoreDumps.class.getName());
  private static final int RLIMIT_CORE = 4;

  /// Less than any dump has. A limit of 0 would be ignored where dumps go to a program instead of a
  /// file; at 1 the kernel starts none.
  private static final long NONE = 1;

  private CoreDumps() {}

  /// From now on there are none, for the rest of this process's life and for what it starts.
  static void forbid() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(MemoryLayout.sequenceLayout(2, ValueLayout.JAVA_LONG));
      boolean read = (int) handle("getrlimit").invokeExact(RLIMIT_CORE, limits) == 0;
      long most = limits.getAtIndex(ValueLayout.JAVA_LONG, 1);
      // Without privileges the upper limit may be lowered only. All bits set: none.
      long least = Long.compareUnsigned(most, NONE) < 0 ? most : NONE;
      limits.setAtIndex(ValueLayout.JAVA_LONG, 0, least);
      limits.setAtIndex(ValueLayout.JAVA_LONG, 1, least);
      if (!read || (int) handle("setrlimit").invokeExact(RLIMIT_CORE, limits) != 0) {
        LOG.log(Level.WARNING, "Core dumps cannot be forbidden; set LimitCORE=0 in the unit.");
      }
    } catch (Throwable e) { // what a method handle may throw
      LOG.log(Level.WARNING, "Core dumps cannot be forbidden: {0}", e.getClass().getName());
    }
  }

  @SuppressWarnings("restricted") // the program runs with native access on
  private static MethodHandle handle(String function) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(function),
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
  }
}
