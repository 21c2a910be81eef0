package hospital.wardbell.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Opens and closes a listening port.
final class Listener {
  private static final int SECONDS = 10;

  private Listener() {}

  /// @param handler what answers; the security headers are on every response before it is called
  static HttpServer open(
      Vertx vertx,
      HttpServerOptions options,
      ListenAddress address,
      Handler<HttpServerRequest> handler) {
    HttpServer server =
        vertx
            .createHttpServer(options)
            .invalidRequestHandler(request -> {
              SecurityHeaders.put(request.response());
              HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
            })
            .requestHandler(request -> {
              SecurityHeaders.put(request.response());
              handler.handle(request);
            });
    return await(
        server
            .listen(address.port(), address.host())
            .recover(cause -> Future.failedFuture(fault(address, cause))));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the event loop did not answer in " + SECONDS + " s", e);
    }
  }

  private static WebFault fault(ListenAddress address, Throwable cause) {
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return new WebFault(
          WebFault.Kind.ADDRESS_IN_USE,
          "Another program already listens on %s. Stop it, or choose another port."
              .formatted(address),
          cause);
    }
    return new WebFault(
        WebFault.Kind.CANNOT_LISTEN,
        "Nobody can listen on %s here. Check that the address is this machine's own and the port is above 1023."
            .formatted(address),
        cause);
  }
}
