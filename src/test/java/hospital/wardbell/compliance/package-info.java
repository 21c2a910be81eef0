@NullMarked
package hospital.wardbell.compliance;

import org.jspecify.annotations.NullMarked;
