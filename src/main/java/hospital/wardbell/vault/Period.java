package hospital.wardbell.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// For which data keys a KEK is: a kind of subject and the calendar year, in UTC, in which they are
/// made.
///
/// Without a year it is for those of before KEKs had years, or for what outlives all.
///
/// @param year of four digits
record Period(Vault.Subject subject, Optional<Integer> year) {
  /// Whatever has more parts than these is for something that is not known here.
  private static final Pattern FORM =
      Pattern.compile(Pattern.quote(Keys.KEK) + "([A-Z]+)(?:/([0-9]{4}))?");

  static Period of(Vault.Subject subject, Instant now) {
    return new Period(subject, subject.outlivesAll() ? Optional.empty() : Optional.of(year(now)));
  }

  /// Empty if it is not the purpose of a KEK, or not of one that is known here.
  static Optional<Period> of(String purpose) {
    Matcher form = FORM.matcher(purpose);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Integer> year = Optional.ofNullable(form.group(2)).map(Integer::valueOf);
    return Arrays.stream(Vault.Subject.values())
        .filter(subject -> subject.name().equals(form.group(1)))
        .map(subject -> new Period(subject, year))
        .findFirst();
  }

  /// Those that never end.
  static Stream<Period> lasting() {
    return Arrays.stream(Vault.Subject.values())
        .filter(Vault.Subject::outlivesAll)
        .map(subject -> new Period(subject, Optional.empty()));
  }

  private static int year(Instant now) {
    return now.atOffset(ZoneOffset.UTC).getYear();
  }

  /// What the keyring calls its KEKs.
  String purpose() {
    return Keys.KEK + subject + year.map(number -> "/" + number).orElse("");
  }

  /// The same of the year after; empty if it is of no year.
  Optional<Period> next() {
    return year.map(number -> new Period(subject, Optional.of(number + 1)));
  }

  /// Whether no data key is made in it any more.
  boolean isOver(Instant now) {
    return !subject.outlivesAll() && year.map(number -> number < year(now)).orElse(true);
  }
}
