package hospital.wardbell.consent;

import hospital.wardbell.settings.Settings;

/// The words of the answers that a patient's text calls for, English or Spanish.
public final class AnswerTexts {
  public AnswerTexts(Settings settings) {
    throw new IllegalStateException("not built");
  }

  /// One segment if the hospital's name allows it; names the hospital, a number to call, and how to
  /// start or stop.
  ///
  /// @param language `es`, or anything else for English
  public String text(Answer answer, String language) {
    throw new IllegalStateException("not built");
  }
}
