@NullMarked
package hospital.wardbell.directory;

import org.jspecify.annotations.NullMarked;
