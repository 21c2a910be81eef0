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
public record ModemOptions(
    Optional<Path> link,
    Timing timing,
    Faults faults,
    int simCapacity,
    int phoneCapacity,
    Optional<String> pin,
    String imei,
    Duration acknowledgement) {
  private static final String IMEI = "004401234567895";
  private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(17);

  /// A modem without link, faults or PIN.
  public static ModemOptions of(Timing timing) {
    return new ModemOptions(
        Optional.empty(), timing, Faults.none(), 50, 255, Optional.empty(), IMEI, ACKNOWLEDGEMENT);
  }

  public ModemOptions linked(Path path) {
    return new ModemOptions(
        Optional.of(path), timing, faults, simCapacity, phoneCapacity, pin, imei, acknowledgement);
  }

  public ModemOptions with(Faults other) {
    return new ModemOptions(
        link, timing, other, simCapacity, phoneCapacity, pin, imei, acknowledgement);
  }

  public ModemOptions withCapacity(int sim, int phone) {
    return new ModemOptions(link, timing, faults, sim, phone, pin, imei, acknowledgement);
  }

  public ModemOptions withImei(String digits) {
    return new ModemOptions(link, timing, faults, simCapacity, phoneCapacity, pin, digits, acknowledgement);
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
        acknowledgement);
  }

  /// A network that waits for an acknowledgement for `time`.
  public ModemOptions acknowledgedWithin(Duration time) {
    return new ModemOptions(link, timing, faults, simCapacity, phoneCapacity, pin, imei, time);
  }
}
