package hospital.wardbell.web;

import hospital.wardbell.base.Incident;
import hospital.wardbell.base.Passing;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// The seam between the event loop and blocking code: read on the loop, answered on a virtual
/// thread, written on the loop.
///
/// A request that is not answered in time gets 503; its thread is left to end by itself, since
/// nobody interrupts a thread that may be inside the store.
final class Edge {
  /// What is done on the virtual thread.
  interface Work {
    /// @throws NoSuchPage for 404
    Answer answer(Incoming request);
  }

  private static final Logger LOG = System.getLogger(Edge.class.getName());

  private final Pages pages;
  private final Limits limits;
  private final Downloads downloads = new Downloads();

  Edge(Limits limits) {
    this.pages = new Pages(limits);
    this.limits = limits;
  }

  /// Called on the event loop.
  ///
  /// @param pattern the route's path, for the log
  void serve(RoutingContext ctx, String pattern, Tone tone, Work work) {
    Exchange exchange = new Exchange(ctx.request(), pattern);
    new Intake(ctx.vertx(), ctx.request(), limits)
        .read(
            body -> answer(ctx, body, exchange, tone, work),
            status -> exchange.write(tone.words(status, "", "en")));
  }

  private void answer(RoutingContext ctx, Buffer body, Exchange exchange, Tone tone, Work work) {
    Incoming request;
    try {
      request = Incoming.of(ctx, body);
    } catch (IllegalArgumentException e) {
      exchange.write(tone.words(400, "", "en"));
      return;
    }
    Context loop = ctx.vertx().getOrCreateContext();
    Answer busy = tone.words(503, "", request.language());
    long timer = ctx.vertx().setTimer(limits.answering().toMillis(), _ -> exchange.write(busy));
    pages.run(
        () -> {
          Answer answer = outcome(work, request, tone);
          if (answer instanceof Answer.Download download) {
            downloads.send(download, exchange, loop, busy);
            return;
          }
          loop.runOnContext(_ -> {
            ctx.vertx().cancelTimer(timer);
            exchange.write(answer);
          });
        },
        () -> loop.runOnContext(_ -> exchange.write(busy)));
  }

  private static Answer outcome(Work work, Incoming request, Tone tone) {
    try {
      return work.answer(request);
    } catch (NoSuchPage e) {
      return tone.words(404, "", request.language());
    } catch (RuntimeException e) {
      Incident incident = Incident.of(e);
      LOG.log(Level.ERROR, incident.line("page"));
      return tone.words(status(e), incident.id(), request.language());
    }
  }

  private static int status(RuntimeException e) {
    return e instanceof Passing fault && fault.passes() ? 503 : 500;
  }
}
