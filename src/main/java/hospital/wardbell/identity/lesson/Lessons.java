package hospital.wardbell.identity.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All lessons that this program has, one for each [Topic] and language.
public final class Lessons {
  private final Map<Topic, Lesson> english;
  private final Map<Topic, Lesson> spanish;
  private final Rehearsal englishRehearsal = Rehearsal.read(lines("rehearsal_en.txt"));
  private final Rehearsal spanishRehearsal = Rehearsal.read(lines("rehearsal_es.txt"));

  private Lessons(Map<Topic, Lesson> english, Map<Topic, Lesson> spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  public static Lessons load() {
    return new Lessons(all("en"), all("es"));
  }

  /// The conversation to try one's hand at, likewise.
  public Rehearsal rehearsal(String language) {
    return language.equals("es") ? spanishRehearsal : englishRehearsal;
  }

  private static Map<Topic, Lesson> all(String language) {
    return Arrays.stream(Topic.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                topic -> read(topic, language),
                (one, _) -> one,
                () -> new EnumMap<>(Topic.class)));
  }

  /// The lesson in a language of ISO 639-1; in English if it is not there in that.
  public Lesson of(Topic topic, String language) {
    Map<Topic, Lesson> spoken = language.equals("es") ? spanish : english;
    return Optional.ofNullable(spoken.get(topic)).orElseThrow();
  }

  private static Lesson read(Topic topic, String language) {
    return LessonReader.read(topic, lines(topic.key() + "_" + language + ".txt"));
  }

  private static List<String> lines(String name) {
    try (InputStream in = Lessons.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
