/// The program: its entry, the file it starts from, and how its parts are joined.
@NullMarked
package hospital.wardbell;

import org.jspecify.annotations.NullMarked;
