package hospital.wardbell.web.api;

import static hospital.wardbell.identity.Tokens.Scope.READ;
import static hospital.wardbell.identity.Tokens.Scope.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.web.Call;
import hospital.wardbell.web.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
  private static final Id TEAM = new Id(0, 1);
  private static final PhoneNumber PATIENT = new PhoneNumber("+12025550123");
  private static final String BODY =
      """
      {"to":"+12025550123","text":"Your scan is ready","purpose":"appointment"}\
      """;
  private final TestApi api = new TestApi();

  @BeforeEach
  void giveTokens() {
    api.bearers.give("sender", TEAM, SEND);
    api.bearers.give("reader", TEAM, SEND, READ);
    api.bearers.give("stranger", new Id(0, 2), SEND, READ);
  }

  @Test
  void a_text_is_kept_and_its_state_told_without_its_words() {
    Reply.Json reply = api.send("sender", "", BODY);

    Id id = api.texts.messages.keySet().iterator().next();
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body())
        .contains("\"id\":\"" + id + "\"", "\"state\":\"queued\"", "\"reference\":\"W-")
        .doesNotContain("scan", "5550123");
    assertThat(api.texts.wishes.values())
        .extracting(Wish::purpose)
        .containsExactly(Purpose.APPOINTMENT);
  }

  @Test
  void the_same_key_and_token_name_the_same_message() {
    Reply.Json first = api.send("sender", "visit-7", BODY);
    Reply.Json again = api.send("sender", "visit-7", BODY);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(api.texts.messages).hasSize(1);
  }

  @Test
  void another_key_token_or_none_name_another() {
    api.send("sender", "visit-7", BODY);
    api.send("sender", "visit-8", BODY);
    api.send("reader", "visit-7", BODY);
    api.send("sender", "", BODY);
    api.send("sender", "", BODY);

    assertThat(api.texts.messages).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"scan,bill", "0123,0124"})
  void a_key_that_named_another_message_is_refused(String was, String is) {
    api.send("sender", "visit-7", BODY);

    Reply.Json other = api.send("sender", "visit-7", BODY.replace(was, is));

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("key_reused");
    assertThat(api.texts.messages).hasSize(1);
  }

  @Test
  void a_refusal_names_the_rule_and_says_it_in_words() {
    api.texts.rule = Optional.of(Verdict.Rule.OPTED_OUT);

    Reply.Json reply = api.send("sender", "", BODY);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body())
        .contains("\"error\":\"refused\"", "\"rule\":\"OPTED_OUT\"", "opted out of texts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"555-0123", "+18005550123"})
  void a_number_that_cannot_be_texted_is_refused_with_a_reason(String to) {
    Reply.Json reply = api.send("sender", "", BODY.replace("+12025550123", to));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("bad_number", "\"reason\"").doesNotContain("5550123");
    assertThat(api.texts.messages).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"to\":\"+12025550123\"}",
        "{\"to\":\"+12025550123\",\"text\":7}",
        "{\"to\":\"+12025550123\",\"text\":\"a\",\"when\":\"now\"}",
        "{\"to\":\"+12025550123\",\"text\":\"a\",\"ttl_minutes\":\"60\"}",
        "{\"to\":\"+12025550123\",\"text\":\"a\",\"ttl_minutes\":7.5}",
        "{\"to\":\"+12025550123\",\"text\":\"a\"} more",
        "{\"to\":{\"to\":{\"to\":{}}},\"text\":\"a\"}",
      })
  void a_body_that_is_not_exactly_a_message_sends_nothing(String body) {
    assertThat(api.send("sender", "", body).status()).isEqualTo(400);
    assertThat(api.texts.messages).isEmpty();
  }

  @Test
  void how_long_a_text_makes_sense_can_be_said() {
    api.send("sender", "", BODY.replace("}", ",\"ttl_minutes\":90}"));
    api.send("sender", "", BODY);

    assertThat(api.texts.wishes.values())
        .extracting(Wish::lifetime)
        .containsExactly(Optional.of(Duration.ofMinutes(90)), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "1441", "-60", "0", "9223372036854775807"})
  void a_time_that_no_text_can_have_is_refused(String minutes) {
    Reply.Json reply =
        api.send("sender", "", BODY.replace("}", ",\"ttl_minutes\":" + minutes + "}"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("bad_ttl");
    assertThat(api.texts.messages).isEmpty();
  }

  @Test
  void a_purpose_that_is_wardbells_own_or_unknown_is_refused() {
    assertThat(api.send("sender", "", BODY.replace("appointment", "operation")).body())
        .contains("bad_purpose");
    assertThat(api.send("sender", "", BODY.replace("appointment", "APPOINTMENT")).body())
        .contains("bad_purpose");
  }

  @Test
  void a_key_with_spaces_or_without_end_is_refused() {
    assertThat(api.send("sender", "a b", BODY).body()).contains("bad_key");
    assertThat(api.send("sender", "k".repeat(256), BODY).body()).contains("bad_key");
  }

  @Test
  void words_and_number_are_for_readers_only() {
    String received = api.texts.receive(TEAM, PATIENT, "¡Sí!").toString();

    assertThat(api.find("sender", received).status()).isEqualTo(404);
    assertThat(api.find("reader", received).body())
        .contains("\"text\":\"¡Sí!\"", "\"remote\":\"+12025550123\"", "\"state\":\"received\"");
  }

  @Test
  void another_teams_message_is_not_there() {
    api.send("sender", "visit-7", BODY);
    String id = api.texts.messages.keySet().iterator().next().toString();

    assertThat(api.find("sender", id).status()).isEqualTo(200);
    assertThat(api.find("stranger", id).status()).isEqualTo(404);
    assertThat(api.find("reader", "7").status()).isEqualTo(404);
  }

  @Test
  void a_reader_lists_what_came_or_went() {
    api.texts.receive(TEAM, PATIENT, "yes");
    api.send("sender", "", BODY);

    assertThat(list("received").body()).contains("\"text\":\"yes\"").doesNotContain("scan");
    assertThat(list("sent").body()).contains("scan").doesNotContain("\"yes\"");
  }

  @Test
  void a_list_without_direction_or_instant_is_refused() {
    assertThat(api.list("reader", Map.of("since", "2026-03-01T00:00:00Z")).status()).isEqualTo(400);
    assertThat(api.list("reader", Map.of("direction", "sent")).status()).isEqualTo(400);
    assertThat(api.list("reader", Map.of("direction", "sent", "since", "today")).status())
        .isEqualTo(400);
  }

  @Test
  void without_a_token_nothing_is_told() {
    Call bare = new Call(Map.of(), Map.of(), BODY, Optional.empty(), Optional.empty(), "192.0.2.7");

    assertThat(api.call("POST /api/v1/messages", bare).status()).isEqualTo(401);
    assertThat(api.send("unknown", "", BODY).status()).isEqualTo(401);
    assertThat(api.texts.messages).isEmpty();
  }

  @Test
  void a_token_used_beyond_its_scope_is_refused_and_put_on_record() {
    Reply.Json reply =
        api.list("sender", Map.of("direction", "received", "since", "2026-03-01T00:00:00Z"));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(api.bearers.refusals).containsExactly("scope:read from 192.0.2.7");
  }

  @Test
  void a_token_that_asks_too_often_waits_while_others_go_on() {
    for (int i = 0; i < Allowance.BURST; i++) {
      assertThat(api.find("sender", "7").status()).isEqualTo(404);
    }

    assertThat(api.find("sender", "7").status()).isEqualTo(429);
    assertThat(api.find("reader", "7").status()).isEqualTo(404);
    api.now = api.now.plusSeconds(1);
    assertThat(api.find("sender", "7").status()).isEqualTo(404);
  }

  private Reply.Json list(String direction) {
    return api.list("reader", Map.of("direction", direction, "since", "2026-03-01T00:00:00Z"));
  }
}
