package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import java.util.List;

/// Somebody made up whom one can text. The name is for exercises; it never travels.
public record PracticePatient(String name, PhoneNumber number, Personality personality) {
  /// Everybody there is.
  public static List<PracticePatient> everybody() {
    return List.of(
        patient("Ruth Abbott", "+12025550101", Personalities.confirms()),
        patient("José Núñez", "+12025550102", Personalities.speaksSpanish()),
        patient("Dana Pruitt", "+12025550103", Personalities.optsOut()),
        patient("Milo Tran", "+12025550104", Personalities.writesAtLength()),
        patient("Karen Oduya", "+12025550105", Personalities.isTheWrongPerson()),
        patient("Walter Finch", "+12025550106", Personalities.asksSlowly()));
  }

  private static PracticePatient patient(String name, String number, Personality personality) {
    return new PracticePatient(name, new PhoneNumber(number), personality);
  }

  @Override
  public String toString() {
    return "PracticePatient[" + number + "]";
  }
}
