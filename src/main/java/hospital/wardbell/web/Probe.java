package hospital.wardbell.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What monitoring may ask; may block. Numbers only, nothing about a person.
public interface Probe {
  /// One number.
  ///
  /// @param name such as `wardbell_sms_queue_depth`
  /// @param counter whether it only ever grows
  /// @param modem the modem it is about, by the boot file's name; the only label there is
  record Reading(String name, boolean counter, String help, Optional<String> modem, double value) {
    private static final Pattern NAME = Pattern.compile("wardbell_[a-z0-9_]+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public Reading {
      if (!NAME.matcher(name).matches() || help.contains("\n")) {
        throw new IllegalArgumentException("not a metric's name or help: " + name);
      }
      if (modem.isPresent() && !LABEL.matcher(modem.get()).matches()) {
        throw new IllegalArgumentException("a modem's name is not fit for a label");
      }
    }

    public static Reading gauge(String name, String help, double value) {
      return new Reading(name, false, help, Optional.empty(), value);
    }

    public Reading of(String modemName) {
      return new Reading(name, counter, help, Optional.of(modemName), value);
    }
  }

  /// Why texts cannot be sent and received now, in plain words; empty if they can.
  Optional<String> unready();

  boolean sealed();

  /// Readings of one name stand together.
  List<Reading> readings();
}
