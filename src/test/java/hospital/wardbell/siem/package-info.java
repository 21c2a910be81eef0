@NullMarked
package hospital.wardbell.siem;

import org.jspecify.annotations.NullMarked;
