package hospital.wardbell.web;

import hospital.wardbell.base.Incident;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends files that are made while they go out: on the page's own thread, piece by piece, the next
/// made when the browser has taken the last. A few at the same time; a further one is turned away.
///
/// One that breaks off is reset, so that no browser takes a part for the whole.
final class Downloads {
  private static final Logger LOG = System.getLogger(Downloads.class.getName());
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Semaphore places = new Semaphore(AT_ONCE);

  /// Called on the page's thread, and returns when all is sent or given up.
  ///
  /// @param busy what is answered if there is no place
  void send(Answer.Download download, Exchange exchange, Context loop, Answer busy) {
    if (!places.tryAcquire()) {
      loop.runOnContext(_ -> exchange.write(busy));
      return;
    }
    try {
      Optional<HttpServerResponse> begun = begin(download, exchange, loop);
      if (begun.isPresent()) {
        send(download.body(), begun.get(), loop);
      }
    } catch (IOException _) {
      // the loop itself hangs, and nobody is left to tell
    } finally {
      places.release();
    }
  }

  private static Optional<HttpServerResponse> begin(
      Answer.Download download, Exchange exchange, Context loop) throws IOException {
    CompletableFuture<Optional<HttpServerResponse>> begun = new CompletableFuture<>();
    loop.runOnContext(_ -> begun.complete(exchange.begin(download)));
    return awaited(begun);
  }

  private static void send(Reply.Body body, HttpServerResponse response, Context loop) {
    try (Pieces out = new Pieces(response, loop)) {
      body.write(out);
      out.end();
    } catch (IOException _) {
      loop.runOnContext(_ -> response.reset());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, Incident.of(e).line("download"));
      loop.runOnContext(_ -> response.reset());
    }
  }

  private static <T> T awaited(CompletableFuture<T> coming) throws IOException {
    try {
      return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the browser is gone, or takes nothing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Gathers octets to pieces and hands each to the event loop.
  private static final class Pieces extends OutputStream {
    private static final int PIECE = 32 * 1024;

    private final HttpServerResponse response;
    private final Context loop;
    private Buffer piece = Buffer.buffer(PIECE);

    Pieces(HttpServerResponse response, Context loop) {
      this.response = response;
      this.loop = loop;
    }

    @Override
    public void write(int octet) throws IOException {
      piece.appendByte((byte) octet);
      handOver(PIECE);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      for (int done = 0; done < length; ) {
        int some = Math.min(length - done, PIECE - piece.length());
        piece.appendBytes(octets, from + done, some);
        done += some;
        handOver(PIECE);
      }
    }

    private void handOver(int least) throws IOException {
      if (piece.length() < least || piece.length() == 0) {
        return;
      }
      Buffer full = piece;
      piece = Buffer.buffer(PIECE);
      CompletableFuture<Void> taken = new CompletableFuture<>();
      loop.runOnContext(_ -> {
        if (response.closed()) {
          taken.completeExceptionally(new IOException("the browser is gone"));
          return;
        }
        response.write(full).onSuccess(taken::complete).onFailure(taken::completeExceptionally);
      });
      awaited(taken);
    }

    /// Nothing more comes: what there was is the whole.
    void end() throws IOException {
      handOver(1);
      loop.runOnContext(_ -> {
        if (!response.closed() && !response.ended()) {
          response.end();
        }
      });
    }
  }
}
