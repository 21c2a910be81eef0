@NullMarked
package hospital.wardbell.outbox;

import org.jspecify.annotations.NullMarked;
