package hospital.wardbell.compliance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How long records are kept, at one moment: the hospital's own figures where it has set them, else
/// the longer of its state's and what is usual. Pure.
///
/// Years are counted from the last contact or the discharge, whichever is later. The record of
/// somebody who was a minor then is kept until an age besides. Whoever's day of birth is not known
/// may have been born on that very day.
///
/// @param version grows whenever somebody sets a figure
/// @param state whose rule is in it; empty if no state is set, then it is the longest of all
/// @param adultYears 1 to 100
/// @param minorAge 18 to 100
/// @param rawYears after which what came and became no message is erased
/// @param checked whether the hospital says that somebody has checked the figures
public record RetentionPolicy(
    long version,
    Optional<String> state,
    int adultYears,
    int minorAge,
    int rawYears,
    ZoneId zone,
    boolean checked,
    List<Warning> warnings) {
  /// What is kept for adults where nothing longer is asked for.
  public static final int USUAL_YEARS = 10;

  /// Until which age what is about minors is kept, where nothing longer is asked for.
  public static final int USUAL_AGE = 24;

  /// The least for proofs of consent and for the audit log, in years; Wardbell erases neither.
  ///
  /// @spec https://www.ecfr.gov/current/title-45/section-164.316#b-2-i 45 CFR 164.316(b)(2)(i)
  public static final int PROOF_YEARS = 6;

  /// When a minor comes of age where that is latest.
  private static final int MAJORITY = 21;

  /// What somebody must know who relies on it.
  public enum Warning {
    /// No state is set, so the longest rule of all holds.
    NO_STATE,
    /// Nobody has said that the figures were checked.
    NOT_CHECKED,
    /// The hospital's own years for adults are fewer than its state's.
    BELOW_ADULT,
    /// The hospital's own age for minors is less than its state's.
    BELOW_MINOR,
    /// Fewer years than hospitals in Medicare keep records anywhere.
    BELOW_FEDERAL
  }

  public RetentionPolicy {
    warnings = List.copyOf(warnings);
  }

  /// The last day on which a record is kept.
  ///
  /// @param anchor the last contact, or the discharge if that was later
  public LocalDate retainUntil(LocalDate anchor, Optional<LocalDate> born) {
    LocalDate adult = after(anchor, adultYears);
    LocalDate minor =
        born.map(day -> wasMinor(day, anchor) ? after(day, minorAge) : adult)
            .orElseGet(() -> after(anchor, minorAge));
    return adult.isAfter(minor) ? adult : minor;
  }

  private static boolean wasMinor(LocalDate born, LocalDate then) {
    return after(born, MAJORITY).isAfter(then);
  }

  /// The same day years later; of a 29 February, where there is none, the day after.
  private static LocalDate after(LocalDate day, int years) {
    LocalDate same = day.plusYears(years);
    return same.getDayOfMonth() == day.getDayOfMonth() ? same : same.plusDays(1);
  }

  private String shorter() {
    String below =
        warnings.stream()
            .filter(warning -> warning.name().startsWith("BELOW"))
            .map(Enum::name)
            .collect(Collectors.joining(", "));
    return below.isEmpty() ? "" : "; take care: " + below;
  }

  /// In a few words, as a certificate has it; also what is shorter than the law may ask.
  public String words() {
    return "state %s, adults %d years, minors until %d, from last contact or discharge; unread PDUs %d years; figures %s%s"
        .formatted(
            state.orElse("not set, longest rule"),
            adultYears,
            minorAge,
            rawYears,
            checked ? "checked by the hospital" : "not checked by the hospital",
            shorter());
  }
}
