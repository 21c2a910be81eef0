package hospital.wardbell.consent;

import hospital.wardbell.settings.Settings;

/// The words of the answers that a patient's text or call calls for, English or Spanish.
///
/// The Spanish ones avoid the accented letters that the SMS default alphabet lacks: with one of
/// them a segment would hold 70 characters instead of 160.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-12 47 CFR 64.1200(a)(12)
public final class AnswerTexts {
  private final Settings settings;

  public AnswerTexts(Settings settings) {
    this.settings = settings;
  }

  /// One segment if the hospital's name allows it; names the hospital, a number to call, and how to
  /// start or stop.
  ///
  /// @param language `es`, or anything else for English
  public String text(Answer answer, String language) {
    String words = language.equals("es") ? spanish(answer) : english(answer);
    return words.formatted(
        settings.text(Settings.Key.HOSPITAL_NAME), settings.text(Settings.Key.CALL_BACK));
  }

  private static String english(Answer answer) {
    return switch (answer) {
      case Answer.OptOutConfirmation _ ->
          "%s: You are opted out and will get no more texts from us."
              + " To reach us call %s. To get texts again reply START.";
      case Answer.OptInConfirmation _ ->
          "%s: You will get texts from us. How many varies. Msg&data rates may apply."
              + " Call %s. Reply HELP for help, STOP to stop.";
      case Answer.Help _ ->
          "%s texts patients about their care. Call %s; in an emergency call 911."
              + " Msg&data rates may apply. Reply STOP to stop.";
      case Answer.MissedCall _ ->
          "%s: This number takes texts. To talk to us call %s; in an emergency call 911."
              + " Reply STOP for no texts.";
    };
  }

  private static String spanish(Answer answer) {
    return switch (answer) {
      case Answer.OptOutConfirmation _ ->
          "%s: Usted ya no va a recibir mensajes de nosotros."
              + " Para hablarnos llame al %s. Para recibirlos otra vez responda START.";
      case Answer.OptInConfirmation _ ->
          "%s: Va a recibir mensajes nuestros. Frecuencia variable."
              + " Puede haber cargos. Llame al %s. AYUDA: ayuda, STOP: no recibir.";
      case Answer.Help _ ->
          "%s manda mensajes a sus pacientes. Llame al %s; en una emergencia al 911."
              + " Puede haber cargos. Responda STOP para no recibir.";
      case Answer.MissedCall _ ->
          "%s: Por favor mande un mensaje de texto. Para hablarnos llame al %s;"
              + " en una emergencia al 911. STOP: no recibir.";
    };
  }
}
