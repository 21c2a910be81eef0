/// The Unix socket by which the command line asks the running service. JSON lines; the caller is
/// the operating system's user, told by the kernel.
@NullMarked
package hospital.wardbell.control;

import org.jspecify.annotations.NullMarked;
