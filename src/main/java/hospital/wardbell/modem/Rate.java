package hospital.wardbell.modem;

import java.util.Optional;
import java.util.stream.Stream;

/// How many texts of one SIM its carrier may be given, as a careful site keeps to it; each part
/// empty if nothing is known of it.
public record Rate(
    Optional<Integer> perMinute, Optional<Integer> perHour, Optional<Integer> perDay) {
  public static final Rate NONE = new Rate(Optional.empty(), Optional.empty(), Optional.empty());

  private static final int LARGEST = 100_000;

  public Rate {
    Stream.of(perMinute, perHour, perDay).flatMap(Optional::stream).forEach(Rate::lawful);
  }

  /// @throws IllegalArgumentException if `text` is no number of texts
  public static Integer texts(String text) {
    return lawful(text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0);
  }

  private static Integer lawful(Integer texts) {
    if (texts < 1 || texts > LARGEST) {
      throw new IllegalArgumentException("must be a number of 1 to 100000");
    }
    return texts;
  }

  @Override
  public String toString() {
    return "%s texts a minute, %s an hour, %s a day"
        .formatted(written(perMinute), written(perHour), written(perDay));
  }

  private static String written(Optional<Integer> texts) {
    return texts.map(String::valueOf).orElse("any");
  }
}
