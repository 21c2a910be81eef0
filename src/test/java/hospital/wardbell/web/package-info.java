@NullMarked
package hospital.wardbell.web;

import org.jspecify.annotations.NullMarked;
