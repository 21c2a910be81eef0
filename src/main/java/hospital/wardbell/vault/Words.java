package hospital.wardbell.vault;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The 256 words that stand for an octet on paper: one of sixteen beginnings for its higher four
/// bits, one of sixteen endings for its lower.
///
/// The beginnings differ from one another in two letters or more, and so do the endings, so one
/// wrong letter never makes another word of the list.
final class Words {
  private static final String[] BEGINNINGS = {
    "bol", "car", "des", "fim", "gan", "hul", "jat", "kon", "lep", "mir", "nus", "pod", "ras",
    "sel", "tam", "vur"
  };
  private static final String[] ENDINGS = {
    "ban", "cel", "din", "for", "gus", "had", "jem", "kip", "lot", "mul", "nar", "pes", "rim",
    "son", "tuk", "vat"
  };

  private Words() {}

  static String of(int octet) {
    return BEGINNINGS[octet >> 4 & 0xf] + ENDINGS[octet & 0xf];
  }

  /// The octet of a word, in whatever case it was typed; empty if it is not of the list.
  static OptionalInt octet(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return IntStream.range(0, 256).filter(octet -> of(octet).equals(lower)).findFirst();
  }
}
