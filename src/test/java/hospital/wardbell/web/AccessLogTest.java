package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class AccessLogTest {
  private static final String ID = "00112233445566778899aabbccddeeff";
  private final Logger logger = Logger.getLogger("hospital.wardbell.web.access");
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.setLevel(Level.FINE);
    handler.setLevel(Level.FINE);
    logger.addHandler(handler);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(handler);
    logger.setLevel(null);
  }

  @Test
  void a_line_names_the_route_and_no_id_no_query_and_no_person(Vertx vertx, @TempDir Path directory)
      throws Exception {
    try (TestSite site = new TestSite(vertx, TestTls.in(directory), TestSite.limits())) {
      site.door.signIn(Role.NURSE);
      site.open(r -> r.get("/conversations/:id", Permission.SEND, _ -> new Reply.SeeOther("/")));

      site.send(site.as(Role.NURSE, "/conversations/" + ID + "?q=Maria"));
      site.send(site.to("/patients/Maria"));
    }

    assertThat(lines.get(0)).matches("GET /conversations/:id 303 \\d+ ms");
    assertThat(lines.get(1)).matches("GET \\(none\\) 404 \\d+ ms");
  }
}
