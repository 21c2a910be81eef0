package hospital.wardbell.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON object: members in the order they were put or read.
///
/// Values are text, whole numbers, decimals, truth values, lists and objects; `null` members are as
/// if absent. At most 16 levels deep and a million characters long. Not shared between threads
/// while it is being filled.
public final class JsonObject {
  /// JSON's `null`, when writing only.
  private enum Nothing {
    NULL
  }

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxDocumentLength(1_000_000)
                  .maxStringLength(500_000)
                  .build())
          .build();

  private final Map<String, Object> members = new LinkedHashMap<>();

  /// @throws MalformedJson if `text` is not one JSON object
  public static JsonObject parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedJson("a JSON object is expected");
      }
      JsonObject object = readObject(in);
      if (in.nextToken() != null) {
        throw new MalformedJson("nothing is expected behind the JSON object");
      }
      return object;
    } catch (IOException e) {
      throw new MalformedJson("this is not JSON, or is too long or too deep");
    }
  }

  private static JsonObject readObject(JsonParser in) throws IOException {
    JsonObject object = new JsonObject();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      Optional<Object> value = readValue(in, in.nextToken());
      value.ifPresent(v -> object.members.put(name, v));
    }
    return object;
  }

  private static Optional<Object> readValue(JsonParser in, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> Optional.of(readObject(in));
      case START_ARRAY -> Optional.of(readList(in));
      case VALUE_STRING -> Optional.of(in.getText());
      case VALUE_NUMBER_INT -> Optional.of(in.getLongValue());
      case VALUE_NUMBER_FLOAT -> Optional.of(in.getDoubleValue());
      case VALUE_TRUE -> Optional.of(true);
      case VALUE_FALSE -> Optional.of(false);
      case VALUE_NULL -> Optional.empty();
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new MalformedJson("a JSON value is expected");
    };
  }

  private static List<Object> readList(JsonParser in) throws IOException {
    List<Object> list = new ArrayList<>();
    for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
      readValue(in, t).ifPresent(list::add);
    }
    return list;
  }

  /// @param value [String], [Integer], [Long], [Double], [Boolean], [JsonObject], or a [List] or
  ///   [Optional] of these; an empty optional puts nothing
  public JsonObject put(String name, Object value) {
    if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(v -> put(name, v));
    } else {
      members.put(name, value);
    }
    return this;
  }

  /// Puts `value`, or JSON's `null` where there is none.
  public JsonObject putOrNull(String name, Optional<?> value) {
    members.put(name, value.<Object>map(v -> v).orElse(Nothing.NULL));
    return this;
  }

  /// A new object: `other`'s member of that name, if it has one, then the members of this.
  public JsonObject after(String name, JsonObject other) {
    JsonObject joined = new JsonObject();
    if (other.members.containsKey(name)) {
      joined.members.put(name, other.members.get(name));
    }
    joined.members.putAll(members);
    return joined;
  }

  public boolean has(String name) {
    return members.containsKey(name);
  }

  /// The names of its members, in order.
  public List<String> names() {
    return List.copyOf(members.keySet());
  }

  /// @throws MalformedJson if the member is missing or not text
  public String text(String name) {
    return maybeText(name).orElseThrow(() -> new MalformedJson("\"" + name + "\" is missing"));
  }

  /// @throws MalformedJson if the member is there and not text
  public Optional<String> maybeText(String name) {
    return member(name, String.class, "text");
  }

  /// @throws MalformedJson if the member is missing or not a whole number
  public long number(String name) {
    return maybeNumber(name).orElseThrow(() -> new MalformedJson("\"" + name + "\" is missing"));
  }

  /// @throws MalformedJson if the member is there and not a whole number
  public Optional<Long> maybeNumber(String name) {
    return member(name, Long.class, "a whole number");
  }

  /// False if the member is missing.
  ///
  /// @throws MalformedJson if the member is there and neither true nor false
  public boolean flag(String name) {
    return member(name, Boolean.class, "true or false").orElse(false);
  }

  public Optional<JsonObject> object(String name) {
    return member(name, JsonObject.class, "an object");
  }

  /// Empty if the member is missing.
  ///
  /// @throws MalformedJson if the member is there and not a list of text
  public List<String> texts(String name) {
    return list(name, String.class);
  }

  /// Empty if the member is missing.
  ///
  /// @throws MalformedJson if the member is there and not a list of objects
  public List<JsonObject> objects(String name) {
    return list(name, JsonObject.class);
  }

  private <T> List<T> list(String name, Class<T> of) {
    List<T> list = new ArrayList<>();
    for (Object item : member(name, List.class, "a list").orElse(List.of())) {
      if (!of.isInstance(item)) {
        throw new MalformedJson("\"" + name + "\" has an item of the wrong kind");
      }
      list.add(of.cast(item));
    }
    return list;
  }

  private <T> Optional<T> member(String name, Class<T> of, String expected) {
    Object value = members.get(name);
    if (value instanceof Integer whole) {
      value = whole.longValue();
    }
    if (value != null && !of.isInstance(value)) {
      throw new MalformedJson("\"" + name + "\" is not " + expected);
    }
    return Optional.ofNullable(of.cast(value));
  }

  /// The object as JSON on one line.
  public String write() {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean truth -> out.writeBoolean(truth);
      case Nothing _ -> out.writeNull();
      case List<?> list -> {
        out.writeStartArray();
        for (Object item : list) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case JsonObject object -> {
        out.writeStartObject();
        for (Map.Entry<String, Object> m : object.members.entrySet()) {
          out.writeFieldName(m.getKey());
          write(out, m.getValue());
        }
        out.writeEndObject();
      }
      default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  @Override
  public String toString() {
    return "JsonObject" + members.keySet();
  }
}
