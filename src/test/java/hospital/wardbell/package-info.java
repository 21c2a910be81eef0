@NullMarked
package hospital.wardbell;

import org.jspecify.annotations.NullMarked;
