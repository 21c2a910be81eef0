@NullMarked
package hospital.wardbell.backup;

import org.jspecify.annotations.NullMarked;
