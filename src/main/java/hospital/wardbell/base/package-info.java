/// Values that every package may hold. No package of ours is used from here.
///
/// Nothing in this package does input or output, and nothing in it prints what it protects: a
/// `toString` shows at most the last two digits of a number and nothing of a secret.
@NullMarked
package hospital.wardbell.base;

import org.jspecify.annotations.NullMarked;
