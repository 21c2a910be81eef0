package hospital.wardbell.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Reads one request's body whole, on the event loop, within its limits.
///
/// What comes after a refusal is thrown away; a sender that has not ended by the deadline is cut
/// off.
final class Intake {
  private final Vertx vertx;
  private final HttpServerRequest request;
  private final Limits limits;
  private final Buffer body = Buffer.buffer();
  private boolean refused;

  Intake(Vertx vertx, HttpServerRequest request, Limits limits) {
    this.vertx = vertx;
    this.request = request;
    this.limits = limits;
  }

  /// @param whole gets the body
  /// @param refusal gets the status that says why there is none
  void read(Consumer<Buffer> whole, IntConsumer refusal) {
    long timer =
        vertx.setTimer(
            limits.reading().toMillis(),
            _ -> {
              refuse(408, refusal);
              cutOff();
            });
    request.handler(chunk -> {
      if (body.length() + chunk.length() > limits.body()) {
        refuse(413, refusal);
      } else if (!refused) {
        body.appendBuffer(chunk);
      }
    });
    request.exceptionHandler(_ -> vertx.cancelTimer(timer));
    request.endHandler(_ -> {
      vertx.cancelTimer(timer);
      if (!refused) {
        whole.accept(body);
      }
    });
  }

  private void refuse(int status, IntConsumer refusal) {
    if (!refused) {
      refused = true;
      refusal.accept(status);
    }
  }

  private void cutOff() {
    if (request.streamId() < 0) {
      request.connection().close(); // HTTP/1.1: the connection is this one request
    } else {
      request.response().reset();
    }
  }
}
