package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import java.util.List;

/// Somebody made up whom one can text. The name is for exercises; it never travels. The language is
/// `en` or `es`.
public record PracticePatient(
    String name, PhoneNumber number, String language, Personality personality) {
  /// Everybody there is.
  public static List<PracticePatient> everybody() {
    return List.of(
        patient("Ruth Abbott", "+12025550101", "en", Personalities.confirms()),
        patient("José Núñez", "+12025550102", "es", Personalities.speaksSpanish()),
        patient("Dana Pruitt", "+12025550103", "en", Personalities.optsOut()),
        patient("Milo Tran", "+12025550104", "en", Personalities.writesAtLength()),
        patient("Karen Oduya", "+12025550105", "en", Personalities.isTheWrongPerson()),
        patient("Walter Finch", "+12025550106", "en", Personalities.asksSlowly()));
  }

  private static PracticePatient patient(
      String name, String number, String language, Personality personality) {
    return new PracticePatient(name, new PhoneNumber(number), language, personality);
  }

  @Override
  public String toString() {
    return "PracticePatient[" + number + "]";
  }
}
