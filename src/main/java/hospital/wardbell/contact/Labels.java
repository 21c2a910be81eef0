package hospital.wardbell.contact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words that may stand beside a number and say only what kind of number it is, or whose, in
/// English and Spanish. Any other word makes the entry a text, since it may say "not this one".
final class Labels {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*");
  private static final Pattern PUNCTUATION = Pattern.compile("[ .:;,()\\[\\]/=\"'#-]*");
  // A bare "no" says no; "no." and "no:" mean number.
  private static final Pattern NUMERO = Pattern.compile("\\bno[.:]");

  private static final Set<String> HARMLESS =
      Set.of(
          // what kind
          "cell",
          "cellphone",
          "cellular",
          "cel",
          "celular",
          "mobile",
          "mob",
          "mobil",
          "movil",
          "phone",
          "ph",
          "tel",
          "telf",
          "telephone",
          "telefono",
          "number",
          "num",
          "numero",
          "nº",
          "sms",
          "text",
          "c",
          "h",
          "m",
          "p",
          "t",
          "w",
          // where, and how good
          "home",
          "hm",
          "casa",
          "work",
          "wk",
          "trabajo",
          "office",
          "oficina",
          "main",
          "primary",
          "principal",
          "preferred",
          "best",
          "contact",
          "contacto",
          "day",
          "daytime",
          "evening",
          "personal",
          "us",
          "usa",
          // whose
          "patient",
          "paciente",
          "pt",
          "self",
          "my",
          "mi",
          "mom",
          "mom's",
          "mother",
          "mother's",
          "mama",
          "madre",
          "dad",
          "dad's",
          "father",
          "father's",
          "papa",
          "padre",
          "wife",
          "wife's",
          "esposa",
          "husband",
          "husband's",
          "esposo",
          "spouse",
          "parent",
          "guardian",
          "caregiver",
          "son",
          "son's",
          "hijo",
          "daughter",
          "daughter's",
          "hija");

  private static final Map<String, String> CANNOT_TEXT =
      Map.of("fax", "fax", "pager", "pager", "landline", "landline", "fijo", "landline");

  private Labels() {}

  /// Whether `beside` holds labels and punctuation and nothing else.
  static boolean areAll(String beside) {
    String words = NUMERO.matcher(beside).replaceAll(" ");
    return WORD.matcher(words).results().map(MatchResult::group).allMatch(Labels::isLabel)
        && PUNCTUATION.matcher(WORD.matcher(words).replaceAll("")).matches();
  }

  private static boolean isLabel(String word) {
    return HARMLESS.contains(word) || CANNOT_TEXT.containsKey(word);
  }

  /// The reason code of a label that says the number takes no texts.
  static Optional<String> cannotText(String beside) {
    return WORD.matcher(beside)
        .results()
        .map(MatchResult::group)
        .filter(CANNOT_TEXT::containsKey)
        .findFirst()
        .map(CANNOT_TEXT::get);
  }
}
