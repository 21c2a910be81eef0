package hospital.wardbell.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Serves assets from memory, on the event loop: under their version for ever, under their bare
/// name as long as their digest is the same.
record AssetRoutes(Assets assets) {
  private static final String FOR_EVER = "private, max-age=31536000, immutable";
  private static final String ASK_FIRST = "private, no-cache";

  void mount(Router router) {
    router.get(Assets.PREFIX + ":name").handler(ctx -> serve(ctx, ASK_FIRST));
    router.get(Assets.PREFIX + assets.version() + "/:name").handler(ctx -> serve(ctx, FOR_EVER));
  }

  private void serve(RoutingContext ctx, String caching) {
    String name = Optional.ofNullable(ctx.pathParam("name")).orElse("");
    Optional<byte[]> file = assets.file(name);
    if (file.isEmpty()) {
      ctx.next();
      return;
    }
    String tag = "\"" + assets.version() + "\"";
    HttpServerResponse response =
        ctx.response().putHeader("Cache-Control", caching).putHeader("ETag", tag);
    if (tag.equals(ctx.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", Assets.type(name)).end(Buffer.buffer(file.get()));
  }
}
