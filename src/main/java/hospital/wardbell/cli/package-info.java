/// The command line. Exit codes: 0 done, 1 failed, 2 bad usage or configuration, 3 nothing to do,
/// 75 try later.
@NullMarked
package hospital.wardbell.cli;

import org.jspecify.annotations.NullMarked;
