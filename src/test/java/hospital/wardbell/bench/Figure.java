package hospital.wardbell.bench;

import hospital.wardbell.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/// One line of the report.
///
/// @param settings of the modem and the load, without which the value means nothing
/// @param atMost what it must not exceed, if there is such a bound
/// @param atLeast what it must reach, if there is such a bound
record Figure(
    String what,
    String settings,
    double value,
    String unit,
    Optional<Double> atMost,
    Optional<Double> atLeast) {
  static Figure of(String what, String settings, double value, String unit) {
    return new Figure(what, settings, value, unit, Optional.empty(), Optional.empty());
  }

  Figure within(double most) {
    return new Figure(what, settings, value, unit, Optional.of(most), Optional.empty());
  }

  Figure reaching(double least) {
    return new Figure(what, settings, value, unit, Optional.empty(), Optional.of(least));
  }

  Optional<Boolean> met() {
    return atMost.map(most -> value <= most).or(() -> atLeast.map(least -> value >= least));
  }

  private String verdict() {
    return met().map(met -> met ? "met" : "NOT MET").orElse("");
  }

  String line() {
    String target =
        atMost
            .map(most -> "<= " + written(most))
            .or(() -> atLeast.map(least -> ">= " + written(least)))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%-50s %-47s %10s %-7s %-9s %s",
        what,
        settings,
        written(value),
        unit,
        target,
        verdict());
  }

  private static String written(double number) {
    return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.2f", number);
  }

  JsonObject json() {
    return new JsonObject()
        .put("what", what)
        .put("settings", settings)
        .put("value", value)
        .put("unit", unit)
        .put("at_most", atMost)
        .put("at_least", atLeast)
        .put("met", met());
  }
}
