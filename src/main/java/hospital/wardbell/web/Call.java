package hospital.wardbell.web;

import java.util.Map;
import java.util.Optional;

/// A program's request, read whole.
///
/// @param path parameters of the route
/// @param query parameters behind the `?`, the first of each name
/// @param body as text; empty if there is none
/// @param bearer the token of the `Authorization` header
/// @param idempotencyKey the header of that name
/// @param origin the caller's address
public record Call(
    Map<String, String> path,
    Map<String, String> query,
    String body,
    Optional<String> bearer,
    Optional<String> idempotencyKey,
    String origin) {
  public Call {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  @Override
  public String toString() {
    return "Call from " + origin;
  }
}
