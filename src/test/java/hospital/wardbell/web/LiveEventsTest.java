package hospital.wardbell.web;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Role;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.junit5.VertxTestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class LiveEventsTest {
  @TempDir static Path directory;
  private static TestTls tls;
  private static final Id OURS = new Id(0, 1);
  private static final Id THEIRS = new Id(0, 2);
  private static final Id CONVERSATION = new Id(0, 7);
  private TestSite site;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestTls.in(directory);
  }

  @BeforeEach
  void start(Vertx vertx) {
    Limits usual = TestSite.limits();
    Limits lively =
        new Limits(
            usual.body(),
            usual.reading(),
            usual.answering(),
            usual.queueing(),
            usual.pages(),
            usual.waiting(),
            Duration.ofMillis(50),
            2,
            100);
    site = new TestSite(vertx, tls, lively);
    site.open(_ -> {});
    site.door.signIn(Role.NURSE, OURS);
    site.door.signIn(Role.IT, OURS);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_change_reaches_who_may_see_the_team() throws Exception {
    Listening nurse = listening(Role.NURSE);

    site.live.conversation(CONVERSATION, THEIRS, 1);
    site.live.conversation(CONVERSATION, OURS, 2);

    assertThat(nurse.until(data(2))).contains("event: conversation").doesNotContain(data(1));
  }

  @Test
  void it_hears_of_modems_but_of_no_conversation() throws Exception {
    Listening it = listening(Role.IT);

    site.live.conversation(CONVERSATION, OURS, 1);
    site.live.modem();

    assertThat(it.until("event: modem")).doesNotContain(data(1));
  }

  @Test
  void a_browser_that_comes_back_gets_what_it_missed_in_order() throws Exception {
    Listening before = listening(Role.NURSE);
    site.live.conversation(CONVERSATION, OURS, 1);
    String lastId = lastId(before.until(data(1)));
    site.live.conversation(CONVERSATION, OURS, 2);
    site.live.conversation(CONVERSATION, THEIRS, 3);
    site.live.conversation(CONVERSATION, OURS, 4);

    Listening after = site.listen(Role.NURSE, "Last-Event-ID", lastId);

    assertThat(after.until(data(2))).doesNotContain(data(1));
    assertThat(after.until(data(4))).doesNotContain(data(3));
  }

  @Test
  void a_page_misses_nothing_between_being_drawn_and_listening() throws Exception {
    site.live.conversation(CONVERSATION, OURS, 1);

    assertThat(site.listen(Role.NURSE).until(data(1))).contains("event: conversation");
  }

  @Test
  void one_that_missed_too_much_or_saw_another_start_is_told_to_reload() throws Exception {
    site.live.conversation(CONVERSATION, OURS, 0);
    String lastId = lastId(site.listen(Role.NURSE).until(data(0)));
    for (int i = 0; i < 1_025; i++) {
      site.live.conversation(CONVERSATION, THEIRS, i);
    }

    site.listen(Role.IT, "Last-Event-ID", lastId).until("event: reload");
    site.listen(Role.IT, "Last-Event-ID", "00000000-12").until("event: reload");
  }

  @Test
  void a_burst_reaches_the_browser_whole() throws Exception {
    Listening nurse = listening(Role.NURSE);

    for (int i = 1; i <= 500; i++) {
      site.live.conversation(CONVERSATION, OURS, i);
    }

    List<String> lines = nurse.until(data(500));
    assertThat(lines.stream().filter("event: conversation"::equals)).hasSize(500);
  }

  @Test
  void a_heartbeat_looks_at_the_session_without_counting_as_an_act() throws Exception {
    Listening nurse = listening(Role.NURSE);

    nurse.until(": live");
    nurse.until(": live");

    assertThat(site.door.acts).hasSizeGreaterThan(2).containsOnly(false);
  }

  @Test
  void the_stream_ends_with_the_session(VertxTestContext context) throws Exception {
    Listening nurse = listening(Role.NURSE);

    site.door.sessions.remove(Role.NURSE.name());

    context
        .assertComplete(Future.fromCompletionStage(nurse.ended))
        .onSuccess(_ -> context.completeNow());
    assertThat(context.awaitCompletion(5, TimeUnit.SECONDS)).isTrue();
    assertThat(site.live.listening()).isZero();
  }

  @Test
  void walls_that_move_are_seen_at_the_next_heartbeat() throws Exception {
    Listening nurse = listening(Role.NURSE);
    site.door.signIn(Role.NURSE, THEIRS);
    nurse.until(": live");
    nurse.until(": live");

    site.live.conversation(CONVERSATION, OURS, 1);
    site.live.conversation(CONVERSATION, THEIRS, 2);

    assertThat(nurse.until(data(2))).doesNotContain(data(1));
  }

  @Test
  void a_session_has_no_more_streams_than_it_may() throws Exception {
    listening(Role.NURSE);
    listening(Role.NURSE);

    Listening third = site.listen(Role.NURSE);

    assertThat(third.response.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(429);
    assertThat(listening(Role.IT).response).isNotNull();
  }

  @Test
  void without_a_session_there_is_no_stream() throws Exception {
    assertThat(site.send(site.to("/live")).statusCode()).isEqualTo(401);
    assertThat(site.send(site.as(Role.LEAD, "/live")).statusCode()).isEqualTo(401);
  }

  /// A browser whose stream has begun.
  private Listening listening(Role role) throws InterruptedException {
    Listening listening = site.listen(role);
    listening.until(": live");
    return listening;
  }

  private static String data(int version) {
    return "data: {\"conversation\":\"%s\",\"version\":%d}".formatted(CONVERSATION, version);
  }

  private static String lastId(List<String> lines) {
    return lines.stream()
        .filter(l -> l.startsWith("id: "))
        .reduce((_, last) -> last)
        .map(l -> l.substring("id: ".length()))
        .orElseThrow();
  }
}
