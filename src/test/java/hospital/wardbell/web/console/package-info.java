@NullMarked
package hospital.wardbell.web.console;

import org.jspecify.annotations.NullMarked;
