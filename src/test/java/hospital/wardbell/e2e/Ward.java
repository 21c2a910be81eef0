package hospital.wardbell.e2e;

import hospital.wardbell.Account;
import hospital.wardbell.Furnishing;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.practice.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Who works and who is cared for in the tests' hospital.
final class Ward {
  static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaft".repeat(6);

  /// Of 79 characters: one text in plain letters, two with these accents.
  static final String SPANISH_REPLY =
      "Sí, tenemos el jueves a las 2:15 pm o el viernes a las 9:00 am. ¿Cuál prefiere?";

  static final PhoneNumber MARIA = new PhoneNumber("+12025550187");
  static final PhoneNumber JOHN = new PhoneNumber("+12025550118");
  static final PhoneNumber AISHA = new PhoneNumber("+12025550106");
  static final PhoneNumber WEI = new PhoneNumber("+12025550158");
  static final PhoneNumber DMITRI = new PhoneNumber("+12025550141");
  static final PhoneNumber SHARED = new PhoneNumber("+12025550166");
  static final PhoneNumber ROSA = new PhoneNumber("+12025550199"); // not in use
  static final PhoneNumber STRANGER = new PhoneNumber("+12025550177");
  static final PhoneNumber ELSEWHERE = new PhoneNumber("+12025550133");

  /// What must be in no address and no title.
  private static final Pattern PATIENTS =
      Pattern.compile(
          "(?iu)mar[ií]a|l[oó]pez|carter|aisha|khan|orlov|berg|d[ií]az|wei chen|55501\\d\\d|555-01"
              + "|cita|thursday|running late|stop");

  private Ward() {}

  static boolean tellsOfPatient(String text) {
    return PATIENTS.matcher(text).find();
  }

  /// A network that takes its time, so that people can see what it does.
  static Timing unhurried() {
    return new Timing(
        Duration.ofMillis(2),
        Duration.ofMillis(2),
        0,
        Duration.ofMillis(600),
        Duration.ofMillis(600));
  }

  static Timing quick() {
    return Timing.none();
  }

  /// A morning at the front desk, seen by a nurse, a lead, IT and somebody of another team.
  static void morning(Furnishing home) {
    Account dana = home.staff("dana", "Dana R., RN", Role.NURSE);
    var _ = home.staff("lee", "Lee K., charge nurse", Role.LEAD);
    var _ = home.staff("sam", "Sam T., IT", Role.IT);
    var _ = home.staff("pat", "Pat N., privacy officer", Role.PRIVACY);
    var _ =
        home.staff(
            new NewStaff("lucia", "Lucía P.", Set.of(Role.LEAD), List.of(home.frontDesk()), "es"));
    var _ = home.staff("ona", "Ona L., privacy officer", Role.PRIVACY);
    Id cardiology = home.team("Cardiology");
    var _ =
        home.staff(
            new NewStaff("ola", "Ola B., RN", Set.of(Role.NURSE), List.of(cardiology), "en"));
    home.patient(cardiology, "Ivan Petrov", ELSEWHERE, "en");
    home.patient("María López", MARIA, "es");
    home.patient("John Carter", JOHN, "en");
    home.patient("Aisha Khan", AISHA, "en");
    home.patient("Wei Chen", WEI, "en");
    home.patient("Dmitri Orlov", DMITRI, "en");
    home.patient("Rosa Díaz", ROSA, "es");
    home.patient("Anna Berg", SHARED, "en");
    home.patient("Nils Berg", SHARED, "en");
    texts(home, dana);
  }

  private static void texts(Furnishing home, Account dana) {
    var _ = home.received(DMITRI, "STOP", Duration.ofHours(30));
    home.stopped(DMITRI, Duration.ofHours(30));
    Id wei = home.received(WEI, "Can I come on Thursday instead?", Duration.ofMinutes(130));
    home.replied(dana, wei, "Thank you, see you on Thursday at 2:15 pm.", Duration.ofMinutes(121));
    Id maria = home.received(MARIA, "Buenos días, ¿a qué hora es mi cita?", Duration.ofHours(23));
    home.replied(dana, maria, "Buenos días, es el martes a las 10:30 am.", Duration.ofHours(22));
    home.reminded(
        MARIA,
        "Recordatorio: su cita es el martes 24 de nov a las 10:30 am. Responda C para confirmar.",
        Duration.ofMinutes(118));
    var _ =
        home.received(
            MARIA,
            "¿Puedo cambiar mi cita del martes? Tengo que trabajar.",
            Duration.ofMinutes(52));
    var _ =
        home.received(
            JOHN,
            "Yes that works. Do I need to fast before the blood test?",
            Duration.ofMinutes(18));
    home.reviewDue(dana, maria);
    Id rosa = home.received(ROSA, "ok", Duration.ofMinutes(75));
    home.replied(dana, rosa, "Please call the front desk on 202-555-0100.", Duration.ofMinutes(70));
    var _ = home.received(SHARED, "We are both running late", Duration.ofMinutes(11));
    var _ = home.received(AISHA, "Running late, there by 10:45", Duration.ofMinutes(6));
    var _ = home.received(STRANGER, LONG_WORD, Duration.ofMinutes(2));
  }
}
