/// JSON in and out, bounded: the one place that knows the parser.
@NullMarked
package hospital.wardbell.json;

import org.jspecify.annotations.NullMarked;
