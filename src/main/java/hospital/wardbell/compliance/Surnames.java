package hospital.wardbell.compliance;

import hospital.wardbell.contact.SearchWords;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What of a written name is a surname: every word but the first, or all before a comma (`Rivera
/// Soto, Ana`). Without accents, in small letters; so `Peña` and `Pena` are one. Pure.
///
/// What stands behind the comma of a member of staff (`Dana Ruiz, RN`) is no name.
final class Surnames {
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "van", "von", "der",
          "den", "el", "al", "bin", "ibn", "jr", "sr", "ii", "iii");

  private Surnames() {}

  static List<String> ofPatient(String name) {
    int comma = name.indexOf(',');
    Stream<String> words =
        comma > 0
            ? SearchWords.of(name.substring(0, comma)).stream()
            : SearchWords.of(name).stream().skip(1);
    return words.filter(word -> !PARTICLES.contains(word)).toList();
  }

  static List<String> ofStaff(String name) {
    return SearchWords.of(title(name)).stream()
        .skip(1)
        .filter(word -> !PARTICLES.contains(word))
        .toList();
  }

  /// Whether both are the whole name of one person, in whatever order.
  static boolean isSame(String staff, String patient) {
    Set<String> his = Set.copyOf(SearchWords.of(title(staff)));
    return his.size() > 1 && his.equals(Set.copyOf(SearchWords.of(patient)));
  }

  private static String title(String name) {
    int comma = name.indexOf(',');
    return comma > 0 ? name.substring(0, comma) : name;
  }
}
