package hospital.wardbell.web;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One request and the one answer it gets. Confined to the event loop.
///
/// Its access log line names the route's pattern, so no id, no query and no person.
final class Exchange {
  private static final Logger ACCESS = System.getLogger("hospital.wardbell.web.access");

  private final HttpServerRequest request;
  private final String pattern;
  private final long began = System.nanoTime();
  private boolean answered;

  Exchange(HttpServerRequest request, String pattern) {
    this.request = request;
    this.pattern = pattern;
  }

  /// Writes `answer`, unless one has been written or the caller is gone.
  void write(Answer answer) {
    if (answered || request.response().closed()) {
      return;
    }
    answered = true;
    switch (answer) {
      case Answer.Whole whole -> write(whole);
      case Answer.Stream stream -> start(stream);
      case Answer.Download _ -> throw new IllegalStateException("a download is begun, not written");
    }
  }

  /// Begins a download.
  ///
  /// @return where its body goes; empty if something else was answered or the caller is gone
  Optional<HttpServerResponse> begin(Answer.Download download) {
    if (answered || request.response().closed()) {
      return Optional.empty();
    }
    answered = true;
    HttpServerResponse response = request.response().setChunked(true);
    download.headers().forEach(response::putHeader);
    log(200);
    return Optional.of(response);
  }

  private void write(Answer.Whole answer) {
    HttpServerResponse response = request.response().setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response.end(answer.body());
    log(answer.status());
  }

  private void start(Answer.Stream answer) {
    HttpServerResponse response = request.response().setChunked(true);
    response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
    log(200);
    answer.start().accept(new ResponseSink(response));
  }

  private void log(int status) {
    long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    ACCESS.log(
        Level.DEBUG, () -> request.method() + " " + pattern + " " + status + " " + ms + " ms");
  }

  private record ResponseSink(HttpServerResponse response) implements Answer.Sink {
    @Override
    public void write(String frame) {
      response.write(frame);
    }

    @Override
    public boolean full() {
      return response.closed() || response.writeQueueFull();
    }

    @Override
    public void onGone(Runnable gone) {
      response.closeHandler(_ -> gone.run()).exceptionHandler(_ -> gone.run());
    }

    @Override
    public void end() {
      if (!response.closed() && !response.ended()) {
        response.end();
      }
    }
  }
}
