/// The REST API under `/api/v1`, for programs with a bearer token.
@NullMarked
package hospital.wardbell.web.api;

import org.jspecify.annotations.NullMarked;
