package hospital.wardbell.web;

import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Mounts endpoints on a router.
///
/// @spec https://www.rfc-editor.org/rfc/rfc6750#section-2.1 RFC 6750 §2.1 (Authorization header)
record EndpointRoutes(Router router, Edge edge) implements Endpoints {
  private static final String BEARER = "Bearer ";

  @Override
  public void get(String path, Endpoint endpoint) {
    router.get(path).handler(ctx -> edge.serve(ctx, path, Tone.json(), in -> answer(endpoint, in)));
  }

  @Override
  public void post(String path, Endpoint endpoint) {
    router
        .post(path)
        .handler(ctx ->
            edge.serve(
                ctx,
                path,
                Tone.json(),
                in ->
                    in.is("application/json")
                        ? answer(endpoint, in)
                        : Tone.json().words(415, "", "en")));
  }

  private static Answer answer(Endpoint endpoint, Incoming in) {
    Reply.Json reply = endpoint.answer(call(in));
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    if (reply.status() == 401) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    if (reply.status() == 429) {
      headers.put("Retry-After", "1");
    }
    return new Answer.Whole(reply.status(), headers, reply.body());
  }

  private static Call call(Incoming in) {
    String authorization = in.header("authorization");
    boolean bears = authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return new Call(
        in.path(),
        in.query(),
        in.body(),
        bears ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty(),
        Optional.ofNullable(in.headers().get("idempotency-key")),
        in.address());
  }
}
