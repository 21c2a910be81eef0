@NullMarked
package hospital.wardbell.alert;

import org.jspecify.annotations.NullMarked;
