package hospital.wardbell.web.api;

import static hospital.wardbell.identity.Tokens.Scope.READ;
import static hospital.wardbell.identity.Tokens.Scope.SEND;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Purpose;
import hospital.wardbell.consent.Verdict;
import hospital.wardbell.contact.PhoneReader;
import hospital.wardbell.contact.PhoneReading;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Wish;
import hospital.wardbell.identity.Tokens;
import hospital.wardbell.identity.Tokens.Token;
import hospital.wardbell.web.Call;
import hospital.wardbell.web.Endpoints;
import hospital.wardbell.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The endpoints of `/api/v1`, as `openapi.json` describes them.
public final class Api {
  static final String MESSAGES = Endpoints.PREFIX + "v1/messages";
  static final String DESCRIPTION = Endpoints.PREFIX + "v1/openapi.json";

  private final Texts texts;
  private final Function<String, PhoneReading> numbers;
  private final Admission admission;

  Api(Bearers bearers, Texts texts, Function<String, PhoneReading> numbers, InstantSource clock) {
    this.texts = texts;
    this.numbers = numbers;
    this.admission = new Admission(bearers, new Allowance(clock));
  }

  /// The API of one home.
  ///
  /// @param region ISO 3166-1 alpha-2 code of the country whose numbers have no prefix
  public static Api of(
      Tokens tokens,
      Audit audit,
      Conversations conversations,
      PhoneReader reader,
      String region,
      InstantSource clock) {
    return new Api(
        Bearers.of(tokens, audit),
        Texts.of(conversations),
        number -> reader.read(number, region),
        clock);
  }

  public void mount(Endpoints endpoints) {
    String description = description();
    endpoints.get(DESCRIPTION, _ -> new Reply.Json(200, description));
    endpoints.post(MESSAGES, admission.of(this::send, SEND));
    endpoints.get(MESSAGES + "/:id", admission.of(this::find, SEND, READ));
    endpoints.get(MESSAGES, admission.of(this::list, READ));
  }

  private Reply.Json send(Token token, Call call) {
    Optional<SendRequest> read = SendRequest.read(call.body());
    if (read.isEmpty()) {
      return ApiError.BAD_JSON.reply();
    }
    SendRequest request = read.get();
    Optional<Purpose> purpose = Words.purpose(request.purpose().orElse("care"));
    if (purpose.isEmpty()) {
      return ApiError.BAD_PURPOSE.reply();
    }
    if (request.hasBadLifetime()) {
      return ApiError.BAD_TTL.reply();
    }
    if (!MessageIds.lawful(call.idempotencyKey())) {
      return ApiError.BAD_KEY.reply();
    }
    PhoneReading to = numbers.apply(request.to());
    if (to.number().isEmpty() || !to.textable()) {
      return ApiError.BAD_NUMBER.reply(Map.of("reason", to.reason()));
    }
    Id id = MessageIds.of(token.id(), call.idempotencyKey());
    Wish wish = new Wish(purpose.get(), request.text(), request.lifetime());
    return send(token, id, to.number().get(), wish);
  }

  private Reply.Json send(Token token, Id id, PhoneNumber to, Wish wish) {
    Optional<Verdict.Rule> refusal;
    try {
      refusal = texts.send(id, token.team(), to, wish, token.actor());
    } catch (IllegalArgumentException e) { // the key named a message to another number
      return ApiError.KEY_REUSED.reply();
    }
    Optional<ApiMessage> kept =
        texts.message(token.sight(), id, Admission.reads(token), token.actor());
    if (kept.filter(k -> !same(k, to, wish.text())).isPresent()) {
      return ApiError.KEY_REUSED.reply();
    }
    if (refusal.isPresent()) {
      Map<String, String> why = Map.of("rule", refusal.get().name(), "id", id.toString());
      return ApiError.REFUSED.reply(Words.of(refusal.get()), why);
    }
    ApiMessage sent =
        kept.orElseThrow(() -> new IllegalStateException("a message was sent but is not kept"));
    return new Reply.Json(202, MessageJson.one(sent, Admission.reads(token)));
  }

  /// Whether the message kept under an idempotency key is the one that is asked for now.
  private static boolean same(ApiMessage kept, PhoneNumber to, String text) {
    return kept.remote().equals(to) && kept.message().text().equals(text);
  }

  private Reply.Json find(Token token, Call call) {
    Optional<Id> id = id(call.path().getOrDefault("id", ""));
    boolean reads = Admission.reads(token);
    return id.flatMap(i -> texts.message(token.sight(), i, reads, token.actor()))
        .filter(m -> reads || m.message() instanceof Message.Written)
        .map(m -> new Reply.Json(200, MessageJson.one(m, reads)))
        .orElseGet(ApiError.NOT_FOUND::reply);
  }

  private Reply.Json list(Token token, Call call) {
    String direction = call.query().getOrDefault("direction", "");
    Optional<Instant> since = instant(call.query().getOrDefault("since", ""));
    if (!Set.of("received", "sent").contains(direction) || since.isEmpty()) {
      return ApiError.BAD_QUERY.reply();
    }
    boolean received = direction.equals("received");
    return new Reply.Json(
        200, MessageJson.list(texts.since(token.sight(), received, since.get(), token.actor())));
  }

  private static Optional<Id> id(String text) {
    try {
      return Optional.of(Id.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String description() {
    try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("the build lacks openapi.json");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
