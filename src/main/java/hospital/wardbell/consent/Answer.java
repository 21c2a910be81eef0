package hospital.wardbell.consent;

import hospital.wardbell.base.Id;

/// What a patient's own text calls for, whatever the consent: each at most once per window.
///
/// @spec https://www.ecfr.gov/current/title-47/section-64.1200#a-12 47 CFR 64.1200(a)(12)
public sealed interface Answer {
  /// The message that calls for it.
  Id inbound();

  /// The one confirmation of an opt-out.
  record OptOutConfirmation(Id inbound) implements Answer {}

  record OptInConfirmation(Id inbound) implements Answer {}

  /// Who we are and how to stop.
  record Help(Id inbound) implements Answer {}
}
