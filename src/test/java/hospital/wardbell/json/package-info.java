@NullMarked
package hospital.wardbell.json;

import org.jspecify.annotations.NullMarked;
