package hospital.wardbell.web.api;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.contact.PhoneReading;
import hospital.wardbell.web.Call;
import hospital.wardbell.web.Endpoint;
import hospital.wardbell.web.Endpoints;
import hospital.wardbell.web.Reply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The API with fakes beneath it, called without a network.
final class TestApi implements Endpoints {
  final FakeBearers bearers = new FakeBearers();
  final FakeTexts texts = new FakeTexts();
  final Map<String, Endpoint> mounted = new LinkedHashMap<>();
  Instant now = FakeTexts.NOW;

  TestApi() {
    new Api(bearers, texts, TestApi::read, () -> now).mount(this);
  }

  @Override
  public void get(String path, Endpoint endpoint) {
    mounted.put("GET " + path, endpoint);
  }

  @Override
  public void post(String path, Endpoint endpoint) {
    mounted.put("POST " + path, endpoint);
  }

  Reply.Json send(String bearer, String key, String body) {
    Optional<String> idempotencyKey = key.isEmpty() ? Optional.empty() : Optional.of(key);
    return call(
        "POST /api/v1/messages",
        new Call(Map.of(), Map.of(), body, Optional.of(bearer), idempotencyKey, "192.0.2.7"));
  }

  Reply.Json find(String bearer, String id) {
    return call(
        "GET /api/v1/messages/:id",
        new Call(
            Map.of("id", id), Map.of(), "", Optional.of(bearer), Optional.empty(), "192.0.2.7"));
  }

  Reply.Json list(String bearer, Map<String, String> query) {
    return call(
        "GET /api/v1/messages",
        new Call(Map.of(), query, "", Optional.of(bearer), Optional.empty(), "192.0.2.7"));
  }

  Reply.Json call(String route, Call call) {
    Endpoint endpoint = mounted.get(route);
    if (endpoint == null) {
      throw new AssertionError("nothing is mounted at " + route);
    }
    return endpoint.answer(call);
  }

  private static PhoneReading read(String number) {
    return number.matches("\\+1\\d{10}")
        ? new PhoneReading(Optional.of(new PhoneNumber(number)), !number.startsWith("+1800"), "ok")
        : new PhoneReading(Optional.empty(), false, "too_short");
  }
}
