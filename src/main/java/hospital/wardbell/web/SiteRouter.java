package hospital.wardbell.web;

import hospital.wardbell.base.Incident;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Session;
import hospital.wardbell.identity.Sight;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Makes a router of a site.
final class SiteRouter {
  private static final Logger LOG = System.getLogger(SiteRouter.class.getName());

  private SiteRouter() {}

  static Router of(Site site, Vertx vertx, Edge edge, Assets assets) {
    Router router = Router.router(vertx);
    Tone tone = Tone.pages(site.errors());
    new AssetRoutes(assets).mount(router);
    switch (site) {
      case Site.Sealed sealed -> {
        sealed.pages().accept(new PageRoutes(router, edge, tone, new NobodyIn()));
        router.route().handler(ctx -> wrong(ctx, edge, 503, tone));
      }
      case Site.Unlocked open -> {
        new LiveRoute(edge, open.door(), open.live()).mount(router);
        open.endpoints().accept(new EndpointRoutes(router, edge));
        open.pages().accept(new PageRoutes(router, edge, tone, open.door()));
      }
    }
    for (int status : new int[] {400, 404, 405}) {
      router.errorHandler(status, ctx -> wrong(ctx, edge, status, tone));
    }
    router.errorHandler(500, ctx -> fault(ctx, tone));
    return router;
  }

  /// Nothing is mounted there, so there is nothing to answer but words.
  private static void wrong(RoutingContext ctx, Edge edge, int status, Tone pages) {
    Tone tone = tone(ctx, pages);
    edge.serve(ctx, "(none)", tone, in -> tone.words(status, "", in.language()));
  }

  /// A fault of this package itself, on the event loop.
  private static void fault(RoutingContext ctx, Tone pages) {
    Throwable cause = Optional.ofNullable(ctx.failure()).orElseGet(IllegalStateException::new);
    Incident incident = Incident.of(cause);
    LOG.log(Level.ERROR, incident.line("event loop"));
    new Exchange(ctx.request(), "(none)").write(tone(ctx, pages).words(500, incident.id(), "en"));
  }

  private static Tone tone(RoutingContext ctx, Tone pages) {
    boolean endpoint =
        Optional.ofNullable(ctx.request().path()).orElse("").startsWith(Endpoints.PREFIX);
    return endpoint ? Tone.json() : pages;
  }

  /// The doorkeeper of a sealed box: nobody can be signed in.
  private record NobodyIn() implements Doorkeeper {
    @Override
    public Optional<Session> session(String cookie, boolean acts) {
      return Optional.empty();
    }

    @Override
    public void begun(String cookie, String agent) {
      throw new IllegalStateException("no session begins while the box is sealed");
    }

    @Override
    public boolean permits(Session session, Permission needs) {
      return false;
    }

    @Override
    public boolean enrolsFirst(Session session) {
      return false;
    }

    @Override
    public Sight sight(Session session, Permission needs) {
      return Sight.NOTHING;
    }

    @Override
    public void refused(Session session, String reason, String origin) {
      throw new IllegalStateException("nobody is signed in while the box is sealed");
    }
  }
}
