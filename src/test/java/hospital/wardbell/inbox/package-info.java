@NullMarked
package hospital.wardbell.inbox;

import org.jspecify.annotations.NullMarked;
