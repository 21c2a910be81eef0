@NullMarked
package hospital.wardbell.base;

import org.jspecify.annotations.NullMarked;
