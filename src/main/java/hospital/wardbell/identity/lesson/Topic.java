package hospital.wardbell.identity.lesson;

import java.util.Arrays;
import java.util.Optional;

/// What a lesson is about.
public enum Topic {
  POLICY("texting-policy"),
  PRIVACY("privacy"),
  CONSOLE("using-the-console"),
  NEVER("never-to-text");

  private final String key;

  Topic(String key) {
    this.key = key;
  }

  /// As addresses, rows and files name it.
  public String key() {
    return key;
  }

  public static Optional<Topic> of(String key) {
    return Arrays.stream(values()).filter(topic -> topic.key.equals(key)).findFirst();
  }
}
