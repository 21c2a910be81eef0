package hospital.wardbell.consent;

import hospital.wardbell.base.Id;

/// What a patient's own text or call calls for: each at most once per window. A text is answered
/// whatever the consent, a call only where nobody opted out.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-12 47 CFR 64.1200(a)(12)
public sealed interface Answer {
  /// The message, or the call, that calls for it.
  Id inbound();

  /// The one confirmation of an opt-out.
  record OptOutConfirmation(Id inbound) implements Answer {}

  record OptInConfirmation(Id inbound) implements Answer {}

  /// Who we are and how to stop.
  record Help(Id inbound) implements Answer {}

  /// That this number takes texts, and which one takes calls.
  record MissedCall(Id inbound) implements Answer {}
}
