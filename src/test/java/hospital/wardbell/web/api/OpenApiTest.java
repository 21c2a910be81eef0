package hospital.wardbell.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.identity.Tokens.Scope;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.web.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The description says what the API does, no more and no less.
class OpenApiTest {
  private static final String SCHEMAS = "/components/schemas/";
  private final TestApi api = new TestApi();
  private final List<String> leaves = leaves(document());

  @Test
  void it_is_served_to_anybody_and_is_openapi_3_1() {
    assertThat(leaves).contains("/openapi=3.1.0");
  }

  @Test
  void it_names_every_route_that_is_mounted() {
    Set<String> described = new TreeSet<>();
    for (String leaf : leaves) {
      if (leaf.startsWith("/paths/") && leaf.contains("/operationId=")) {
        String route = leaf.substring("/paths/".length(), leaf.indexOf("/operationId="));
        int method = route.lastIndexOf('/');
        described.add(
            route.substring(method + 1).toUpperCase(Locale.ROOT)
                + " "
                + route.substring(0, method).replace("{id}", ":id"));
      }
    }

    assertThat(described).isEqualTo(new TreeSet<>(api.mounted.keySet()));
  }

  @Test
  void it_names_every_error() {
    assertThat(values(SCHEMAS + "Error/properties/error/enum/"))
        .containsAll(Arrays.stream(ApiError.values()).map(ApiError::code).toList());
  }

  @Test
  void it_names_every_state() {
    List<String> states =
        new ArrayList<>(Arrays.stream(PartState.Kind.values()).map(Words::lower).toList());
    states.add("received");

    assertThat(values(SCHEMAS + "Message/properties/state/enum/"))
        .containsExactlyInAnyOrderElementsOf(states);
  }

  @Test
  void it_names_every_purpose_a_program_may_give() {
    assertThat(values(SCHEMAS + "NewMessage/properties/purpose/enum/"))
        .isNotEmpty()
        .allMatch(p -> Words.purpose(p).isPresent());
  }

  @Test
  void it_names_every_field_of_a_message() {
    Id team = new Id(0, 1);
    api.bearers.give("reader", team, Scope.SEND, Scope.READ);
    String received = api.texts.receive(team, new PhoneNumber("+12025550123"), "a").toString();
    api.texts.taken = new PartState.Held(FakeTexts.NOW, "later");
    api.send("reader", "", "{\"to\":\"+12025550123\",\"text\":\"b\"}");
    api.texts.rule = Optional.of(Verdict.Rule.OPTED_OUT);
    api.send("reader", "", "{\"to\":\"+12025550123\",\"text\":\"b\"}");
    Set<String> written = new TreeSet<>(fields(api.find("reader", received).body()));
    api.texts.messages.keySet().stream()
        .map(id -> api.find("reader", id.toString()).body())
        .forEach(b -> written.addAll(fields(b)));

    Set<String> described = new TreeSet<>();
    String prefix = SCHEMAS + "Message/properties/";
    leaves.stream()
        .filter(l -> l.startsWith(prefix))
        .forEach(l -> described.add(l.substring(prefix.length()).split("[/=]", 2)[0]));
    assertThat(written).isEqualTo(described);
  }

  private String document() {
    Call bare = new Call(Map.of(), Map.of(), "", Optional.empty(), Optional.empty(), "");
    return api.call("GET /api/v1/openapi.json", bare).body();
  }

  private List<String> values(String prefix) {
    return leaves.stream()
        .filter(l -> l.startsWith(prefix))
        .map(l -> l.substring(l.indexOf('=') + 1))
        .toList();
  }

  private static List<String> fields(String json) {
    return leaves(json).stream().map(l -> l.substring(1, l.indexOf('='))).toList();
  }

  /// Every leaf as `/path/to/it=value`; an array's elements have numbers.
  private static List<String> leaves(String json) {
    List<String> leaves = new ArrayList<>();
    try (JsonParser in = new JsonFactory().createParser(json)) {
      for (JsonToken t = in.nextToken(); t != null; t = in.nextToken()) {
        if (t.isScalarValue()) {
          String path = in.getParsingContext().pathAsPointer().toString().replace("~1", "/");
          leaves.add(path + "=" + in.getText());
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return leaves;
  }
}
