package hospital.wardbell.web;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A browser at the live stream: its lines in order.
final class Listening implements Flow.Subscriber<String> {
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
  final CompletableFuture<HttpResponse<Void>> response;
  final CompletableFuture<Boolean> ended = new CompletableFuture<>();

  Listening(HttpClient http, HttpRequest request) {
    response = http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(this));
  }

  /// Waits for `line`.
  ///
  /// @return the lines before it
  List<String> until(String line) throws InterruptedException {
    List<String> before = new ArrayList<>();
    while (true) {
      String next = lines.poll(5, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no line " + line + " after " + before);
      }
      if (next.equals(line)) {
        return before;
      }
      before.add(next);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    lines.add(line);
  }

  @Override
  public void onError(Throwable fault) {
    ended.complete(false);
  }

  @Override
  public void onComplete() {
    ended.complete(true);
  }
}
