package hospital.wardbell.compliance;

import hospital.wardbell.compliance.RetentionPolicy.Warning;
import hospital.wardbell.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes the policy that holds now out of the settings and the table of states. Any thread.
public final class RetentionPolicies {
  private static final List<Settings.Key> KEYS =
      List.of(
          Settings.Key.RETENTION_STATE,
          Settings.Key.RETENTION_ADULT,
          Settings.Key.RETENTION_MINOR,
          Settings.Key.RETENTION_RAW,
          Settings.Key.RETENTION_CHECKED);

  private final Settings settings;
  private final List<StateRule> rules;

  public RetentionPolicies(Settings settings) {
    this.settings = settings;
    this.rules = StateRule.all();
  }

  /// The table of states.
  public List<StateRule> rules() {
    return rules;
  }

  public RetentionPolicy now() {
    Optional<String> state =
        Optional.of(settings.text(Settings.Key.RETENTION_STATE)).filter(this::isKnown);
    List<StateRule> asked =
        rules.stream()
            .filter(rule ->
                state.isEmpty()
                    || rule.state().equals(state.get())
                    || rule.state().equals(StateRule.FEDERAL))
            .toList();
    int adult = asked.stream().mapToInt(StateRule::adultYears).max().orElseThrow();
    int minor = asked.stream().flatMap(r -> r.minorAge().stream()).mapToInt(a -> a).max().orElse(0);
    int adultYears =
        own(Settings.Key.RETENTION_ADULT).orElse(Math.max(adult, RetentionPolicy.USUAL_YEARS));
    int minorAge =
        own(Settings.Key.RETENTION_MINOR).orElse(Math.max(minor, RetentionPolicy.USUAL_AGE));
    boolean checked = settings.isOn(Settings.Key.RETENTION_CHECKED);
    List<Warning> warnings = new ArrayList<>();
    warn(warnings, Warning.NO_STATE, state.isEmpty());
    warn(warnings, Warning.NOT_CHECKED, !checked);
    warn(warnings, Warning.BELOW_ADULT, adultYears < adult);
    warn(warnings, Warning.BELOW_MINOR, minorAge < minor);
    warn(warnings, Warning.BELOW_FEDERAL, adultYears < federal());
    return new RetentionPolicy(
        version(),
        state,
        adultYears,
        minorAge,
        settings.number(Settings.Key.RETENTION_RAW),
        settings.zone(),
        checked,
        warnings);
  }

  private boolean isKnown(String state) {
    return rules.stream().anyMatch(rule -> rule.state().equals(state));
  }

  private Optional<Integer> own(Settings.Key key) {
    return Optional.of(settings.text(key)).filter(set -> !set.isEmpty()).map(Integer::parseInt);
  }

  private int federal() {
    return rules.stream()
        .filter(rule -> rule.state().equals(StateRule.FEDERAL))
        .mapToInt(StateRule::adultYears)
        .max()
        .orElse(0);
  }

  private static void warn(List<Warning> warnings, Warning warning, boolean holds) {
    if (holds) {
      warnings.add(warning);
    }
  }

  /// How often one of its figures was set, and one.
  private long version() {
    Stream<Long> versions =
        KEYS.stream()
            .map(key ->
                settings.history(key, Optional.empty()).stream()
                    .mapToLong(Settings.Version::number)
                    .max()
                    .orElse(0));
    return 1 + versions.mapToLong(Long::longValue).sum();
  }
}
