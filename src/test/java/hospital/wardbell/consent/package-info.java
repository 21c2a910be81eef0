@NullMarked
package hospital.wardbell.consent;

import org.jspecify.annotations.NullMarked;
