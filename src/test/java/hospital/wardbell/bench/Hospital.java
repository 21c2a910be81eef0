package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A hospital that never was: its patients, their numbers, and what is texted, from a seed.
///
/// Names are syllables, numbers are the 555-01xx of each area code, texts are worded here. How
/// often a word occurs falls with its rank, as in a language (Zipf).
final class Hospital {
  private static final Instant BEGINNING = Instant.parse("2023-11-01T08:00:00Z");
  private static final Duration YEARS = Duration.ofDays(3 * 365);
  private static final int VOCABULARY = 20_000;
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "ha", "jo", "ka", "le", "mi", "no", "pe", "ra", "si", "to", "vu",
    "wa", "xi", "ye", "zo", "bran", "cles", "dor", "fin", "gar", "hil", "jes", "kol", "lun", "mar"
  };
  private static final List<String> OFTEN =
      List.of(
          "the",
          "to",
          "is",
          "my",
          "and",
          "you",
          "can",
          "for",
          "at",
          "appointment",
          "please",
          "it",
          "have",
          "thank",
          "tomorrow",
          "today",
          "doctor",
          "pain",
          "time",
          "come",
          "need",
          "change",
          "medicine",
          "results",
          "call",
          "nurse",
          "still",
          "morning",
          "hurts",
          "fever",
          "when",
          "cita",
          "gracias",
          "mañana",
          "puedo",
          "dolor",
          "hora",
          "necesito",
          "médico",
          "hoy");
  private static final List<String> REMINDERS =
      List.of(
          "Sample Hospital: you have an appointment on %s at %d:%02d. Reply YES to confirm, C to"
              + " cancel, or text us. STOP to end.",
          "Sample Hospital: tiene una cita el %s a las %d:%02d. Responda SI para confirmar, C para"
              + " cancelar. STOP para no recibir más.",
          "Sample Hospital: please do not eat or drink after midnight before your visit on %s at"
              + " %d:%02d. Questions? Text this number.");
  private static final List<String> SHORT =
      List.of("Yes", "YES", "Si", "ok", "C", "Thank you!", "Gracias", "yes I will be there", "No");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "lunes", "martes", "jueves");

  private final Random random;
  private final List<String> vocabulary;

  Hospital(long seed) {
    random = new Random(seed);
    vocabulary = new ArrayList<>(OFTEN);
    while (vocabulary.size() < VOCABULARY) {
      vocabulary.add(syllables(2 + random.nextInt(3)));
    }
  }

  private String syllables(int count) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < count; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  String name() {
    return capital(syllables(2)) + " " + capital(syllables(3));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// All the numbers of which none is anybody's: a hundred in each area code.
  static List<PhoneNumber> numbers() {
    return IntStream.rangeClosed(201, 989)
        .filter(area -> area / 10 % 10 != 9 && area % 100 != 11)
        .boxed()
        .flatMap(area ->
            IntStream.range(0, 100)
                .mapToObj(last -> new PhoneNumber("+1%03d55501%02d".formatted(area, last))))
        .toList();
  }

  /// The time of message `number` of `all`: evenly over three years.
  static Instant time(long number, long all) {
    return BEGINNING.plus(YEARS.multipliedBy(number).dividedBy(all));
  }

  /// What the hospital writes.
  String ours() {
    if (random.nextInt(3) == 0) {
      return words(8 + random.nextInt(20));
    }
    return REMINDERS
        .get(random.nextInt(REMINDERS.size()))
        .formatted(
            DAYS.get(random.nextInt(DAYS.size())), 7 + random.nextInt(11), 15 * random.nextInt(4));
  }

  /// What a patient writes.
  String theirs() {
    return random.nextBoolean()
        ? SHORT.get(random.nextInt(SHORT.size()))
        : words(4 + random.nextInt(14));
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder(word());
    for (int i = 1; i < count; i++) {
      text.append(' ').append(word());
    }
    return text.toString();
  }

  /// A word, the more often the nearer it is to the beginning of the vocabulary.
  String word() {
    return vocabulary.get((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
  }

  int pick(int below) {
    return random.nextInt(below);
  }

  /// One of `count` patients; some text far more than others.
  int patient(int count) {
    double far = random.nextDouble();
    return (int) (count * far * far);
  }
}
