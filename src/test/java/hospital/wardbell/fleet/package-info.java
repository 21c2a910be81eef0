@NullMarked
package hospital.wardbell.fleet;

import org.jspecify.annotations.NullMarked;
