package hospital.wardbell.contact;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.identity.Sight;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Names and digits of all patients, in memory while the home is open: a beginning of a name or a
/// few digits of a number tell too much to be blinded in the database.
///
/// Some 200 octets for each patient. Any thread.
final class PatientIndex {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int FEWEST_DIGITS = 3;

  /// @param words of the name, each with a space before it
  /// @param digits of the numbers, each with a space before it
  private record Line(Id team, String words, String digits) {}

  private final Map<Id, Line> lines = new ConcurrentHashMap<>();
  private final Set<Id> forgotten = ConcurrentHashMap.newKeySet();
  private volatile boolean whole;

  /// Adds the patient, or another number of one that is there.
  void put(Patient patient) {
    Line line =
        new Line(
            patient.team(),
            " " + String.join(" ", SearchWords.of(patient.name())),
            digits(patient.number()));
    lines.merge(
        patient.id(),
        line,
        (old, more) ->
            old.digits().contains(more.digits())
                ? old
                : new Line(more.team(), more.words(), old.digits() + more.digits()));
    if (forgotten.contains(patient.id())) {
      lines.remove(patient.id()); // it was read before it was erased
    }
  }

  /// The patient has been erased.
  void forget(Id patient) {
    forgotten.add(patient);
    lines.remove(patient);
  }

  private static String digits(PhoneNumber number) {
    return " " + number.e164().substring(1);
  }

  /// All that were in the database when the home was opened are here now.
  void whole() {
    whole = true;
  }

  boolean isWhole() {
    return whole;
  }

  /// Those of whom each of the words begins a part of the name, or are three or more digits in a
  /// row of a number; by name, so many at most. None for no words.
  List<Id> find(Sight sight, String typed, int most) {
    List<String> words = SearchWords.of(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    return lines.entrySet().stream()
        .filter(entry -> sight.covers(entry.getValue().team()))
        .filter(entry -> words.stream().allMatch(word -> has(entry.getValue(), word)))
        .sorted(Comparator.comparing(entry -> entry.getValue().words()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean has(Line line, String word) {
    if (DIGITS.matcher(word).matches()) {
      return word.length() >= FEWEST_DIGITS && line.digits().contains(word);
    }
    return line.words().contains(" " + word);
  }
}
