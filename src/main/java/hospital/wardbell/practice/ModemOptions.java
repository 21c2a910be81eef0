package hospital.wardbell.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What a practice modem is like.
///
/// @param link where to put a link to its device, whose own name changes with each plugging-in
/// @param simCapacity places of the memory `SM`
/// @param phoneCapacity places of the memory `ME`
/// @param pin what the SIM asks for, if it asks
/// @param imei 15 digits
/// @param acknowledgement how long the network waits for `+CNMA`
/// @param away how long a reset takes the device away; zero if it stays
/// @param habits what it does otherwise than the standards have it
public record ModemOptions(
    Optional<Path> link,
    Timing timing,
    Faults faults,
    int simCapacity,
    int phoneCapacity,
    Optional<String> pin,
    String imei,
    Duration acknowledgement,
    Duration away,
    Habits habits) {
  private static final String IMEI = "004401234567895";
  private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(17);

  /// A modem without link, faults or PIN, whose device stays when it is reset.
  public static ModemOptions of(Timing timing) {
    return new ModemOptions(
        Optional.empty(),
        timing,
        Faults.none(),
        50,
        255,
        Optional.empty(),
        IMEI,
        ACKNOWLEDGEMENT,
        Duration.ZERO,
        Habits.none());
  }

  public ModemOptions linked(Path path) {
    return new ModemOptions(
        Optional.of(path),
        timing,
        faults,
        simCapacity,
        phoneCapacity,
        pin,
        imei,
        acknowledgement,
        away,
        habits);
  }

  public ModemOptions with(Faults other) {
    return new ModemOptions(
        link, timing, other, simCapacity, phoneCapacity, pin, imei, acknowledgement, away, habits);
  }

  public ModemOptions withCapacity(int sim, int phone) {
    return new ModemOptions(
        link, timing, faults, sim, phone, pin, imei, acknowledgement, away, habits);
  }

  public ModemOptions withImei(String digits) {
    return new ModemOptions(
        link,
        timing,
        faults,
        simCapacity,
        phoneCapacity,
        pin,
        digits,
        acknowledgement,
        away,
        habits);
  }

  public ModemOptions withPin(String digits) {
    return new ModemOptions(
        link,
        timing,
        faults,
        simCapacity,
        phoneCapacity,
        Optional.of(digits),
        imei,
        acknowledgement,
        away,
        habits);
  }

  /// A network that waits for an acknowledgement for `time`.
  public ModemOptions acknowledgedWithin(Duration time) {
    return new ModemOptions(
        link, timing, faults, simCapacity, phoneCapacity, pin, imei, time, away, habits);
  }

  /// A modem whose device vanishes for `time` when it is reset, as a USB modem's does.
  public ModemOptions vanishing(Duration time) {
    return new ModemOptions(
        link, timing, faults, simCapacity, phoneCapacity, pin, imei, acknowledgement, time, habits);
  }

  public ModemOptions with(Habits other) {
    return new ModemOptions(
        link, timing, faults, simCapacity, phoneCapacity, pin, imei, acknowledgement, away, other);
  }
}
