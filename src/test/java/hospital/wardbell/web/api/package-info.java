@NullMarked
package hospital.wardbell.web.api;

import org.jspecify.annotations.NullMarked;
