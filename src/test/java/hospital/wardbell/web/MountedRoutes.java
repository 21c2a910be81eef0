package hospital.wardbell.web;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which routes a server of these pages and endpoints really answers, as its router has them.
public final class MountedRoutes {
  private MountedRoutes() {}

  /// Each as `GET /path`, in order; the assets' version is written `VERSION`.
  public static List<String> of(
      Doorkeeper door, Assets assets, Consumer<Routes> pages, Consumer<Endpoints> endpoints)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      Limits limits = TestSite.limits();
      LiveEvents live = new LiveEvents(Runnable::run, door, limits);
      Site site = new Site.Unlocked(TestSite.ERRORS, door, live, pages, endpoints);
      Router router = SiteRouter.of(site, vertx, new Edge(limits), assets);
      return router.getRoutes().stream()
          .flatMap(MountedRoutes::named)
          .map(route -> route.replace(assets.version(), "VERSION"))
          .sorted()
          .toList();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private static Stream<String> named(Route route) {
    Set<?> methods = Optional.<Set<?>>ofNullable(route.methods()).orElse(Set.of("ANY"));
    return methods.stream().map(method -> method + " " + route.getName());
  }
}
