@NullMarked
package hospital.wardbell.pdu;

import org.jspecify.annotations.NullMarked;
