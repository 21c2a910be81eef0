package hospital.wardbell.web;

import static hospital.wardbell.identity.Permission.OWN_SESSION;
import static hospital.wardbell.identity.Permission.READ_CONVERSATIONS;
import static hospital.wardbell.identity.Permission.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.identity.Role;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VertxExtension.class)
class PageRoutesTest {
  private static final String ID = "00112233445566778899aabbccddeeff";
  @TempDir static Path directory;
  private static TestTls tls;
  private TestSite site;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestTls.in(directory);
  }

  @BeforeEach
  void start(Vertx vertx) {
    site = new TestSite(vertx, tls, TestSite.limits());
    site.open(routes -> {
      routes.get("/conversations/:id", READ_CONVERSATIONS, PageRoutesTest::show);
      routes.post("/conversations/:id/replies", SEND, r -> text(r.field("text")));
      routes.get("/fault", OWN_SESSION, _ -> fault());
      routes.openGet("/sign-in", r -> text("sign in, " + r.language()));
      routes.openPost("/sign-in", _ -> new Reply.SetSession("c00kie", "/inbox"));
      routes.post("/sign-out", OWN_SESSION, _ -> new Reply.SetSession("", "/sign-in"));
    });
    site.door.signIn(Role.NURSE);
    site.door.signIn(Role.IT);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void a_page_is_shown_to_one_who_may_see_it() throws Exception {
    HttpResponse<String> response =
        site.send(site.as(Role.NURSE, "/conversations/" + ID + "?v=all"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(ID + " all");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
  }

  @Test
  void without_a_session_a_page_leads_to_the_sign_in() throws Exception {
    HttpResponse<String> response = site.send(site.to("/conversations/" + ID));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void whoever_is_given_a_session_has_the_browser_noted() throws Exception {
    HttpRequest.Builder signIn =
        site.to("/sign-in")
            .header("Sec-Fetch-Site", "same-origin")
            .header("User-Agent", "Firefox/145.0")
            .POST(HttpRequest.BodyPublishers.noBody());

    assertThat(site.send(signIn).statusCode()).isEqualTo(303);
    assertThat(site.door.browsers).containsExactly(Map.entry("c00kie", "Firefox/145.0"));
  }

  @Test
  void without_a_session_a_fragment_is_refused() throws Exception {
    HttpResponse<String> response =
        site.send(site.to("/conversations/" + ID).header("Accept", "text/vnd.fragment+html"));

    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void fetching_a_fragment_is_no_act_of_the_person() throws Exception {
    site.send(site.as(Role.NURSE, "/conversations/" + ID));
    site.send(
        site.as(Role.NURSE, "/conversations/" + ID).header("Accept", "text/vnd.fragment+html"));

    assertThat(site.door.acts).containsExactly(true, false);
  }

  @Test
  void a_missing_permission_is_refused_and_put_on_record() throws Exception {
    HttpResponse<String> response = site.send(site.as(Role.IT, "/conversations/" + ID));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("403");
    assertThat(site.door.refusals).containsExactly("conversation:read from 127.0.0.1");
  }

  @Test
  void a_form_with_the_sessions_csrf_field_is_taken() throws Exception {
    HttpResponse<String> response = site.send(reply("csrf=csrf-of-NURSE&text=caf%C3%A9+%2B+1"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("café + 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text=a", "csrf=&text=a", "csrf=csrf-of-IT&text=a"})
  void a_form_without_it_is_refused_and_put_on_record(String fields) throws Exception {
    assertThat(site.send(reply(fields)).statusCode()).isEqualTo(403);
    assertThat(site.door.refusals).containsExactly("csrf from 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void a_form_of_another_site_is_refused_even_at_the_sign_in(String where) throws Exception {
    HttpRequest.Builder open =
        site.form(Role.NURSE, "/sign-in", "a=b").setHeader("Sec-Fetch-Site", where);
    HttpRequest.Builder signedIn = reply("csrf=csrf-of-NURSE").setHeader("Sec-Fetch-Site", where);

    assertThat(site.send(open).statusCode()).isEqualTo(403);
    assertThat(site.send(signedIn).statusCode()).isEqualTo(403);
  }

  @Test
  void an_old_browser_is_known_by_its_origin() throws Exception {
    assertThat(site.send(post("https://" + site.authority())).statusCode()).isEqualTo(303);
    assertThat(site.send(post("https://evil.example")).statusCode()).isEqualTo(403);
    assertThat(site.send(post("null")).statusCode()).isEqualTo(403);
  }

  @Test
  void a_form_that_says_nothing_of_its_origin_is_refused() throws Exception {
    HttpRequest.Builder bare = site.to("/sign-in").POST(HttpRequest.BodyPublishers.ofString("a=b"));

    assertThat(site.send(bare).statusCode()).isEqualTo(403);
  }

  @Test
  void another_kind_of_body_is_refused() throws Exception {
    HttpRequest.Builder xml =
        reply("<a/>").setHeader("Content-Type", "multipart/form-data; boundary=x");

    assertThat(site.send(xml).statusCode()).isEqualTo(415);
  }

  @Test
  void what_changes_something_cannot_be_had_by_get() throws Exception {
    HttpResponse<String> response =
        site.send(site.as(Role.NURSE, "/conversations/" + ID + "/replies"));

    assertThat(response.statusCode()).isEqualTo(405);
  }

  @Test
  void a_session_begins_with_a_cookie_no_script_and_no_other_site_gets() throws Exception {
    HttpResponse<String> response = site.send(site.form(Role.NURSE, "/sign-in", "a=b"));

    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Set-Cookie"))
        .hasValue("__Host-wardbell=c00kie; Path=/; Secure; HttpOnly; SameSite=Strict");
  }

  @Test
  void signing_out_clears_cookie_cache_and_storage() throws Exception {
    HttpResponse<String> response = site.send(site.form(Role.IT, "/sign-out", "csrf=csrf-of-IT"));

    assertThat(response.headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(c -> assertThat(c).startsWith("__Host-wardbell=; Max-Age=0; Path=/"));
    assertThat(response.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\", \"storage\"");
  }

  @Test
  void an_id_that_is_none_is_no_such_page() throws Exception {
    assertThat(site.send(site.as(Role.NURSE, "/conversations/1")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_fault_shows_an_incident_and_nothing_of_what_happened() throws Exception {
    HttpResponse<String> response = site.send(site.as(Role.NURSE, "/fault"));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).containsPattern("E-[0-9A-Z]{6}").doesNotContain("Maria");
  }

  @Test
  void before_the_sign_in_the_browsers_language_is_spoken() throws Exception {
    HttpRequest.Builder spanish =
        site.to("/sign-in").header("Accept-Language", "es-MX,es;q=0.9,en;q=0.8");

    assertThat(site.send(spanish).body()).isEqualTo("sign in, es");
    assertThat(site.send(site.to("/sign-in")).body()).isEqualTo("sign in, en");
  }

  private HttpRequest.Builder reply(String fields) {
    return site.form(Role.NURSE, "/conversations/" + ID + "/replies", fields);
  }

  private HttpRequest.Builder post(String origin) {
    return site.to("/sign-in")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Origin", origin)
        .POST(HttpRequest.BodyPublishers.ofString("a=b"));
  }

  private static Reply show(Request request) {
    return text(request.id("id") + " " + request.query().get("v"));
  }

  private static Reply text(String text) {
    return new Reply.Html(200, out -> out.append(text));
  }

  private static Reply fault() {
    throw new IllegalArgumentException("Maria");
  }
}
