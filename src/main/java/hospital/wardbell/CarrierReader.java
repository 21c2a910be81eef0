package hospital.wardbell;

import hospital.wardbell.modem.Carrier;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Rate;
import java.util.List;
import java.util.Map;

/// Reads one carrier. `firmware-config/carriers/example.yaml` documents every key, with the value
/// that stands where a file leaves the key out.
final class CarrierReader {
  /// The keys of each block, the file's own under the empty name.
  static final Map<String, List<String>> KEYS =
      Map.of(
          "",
          List.of("name", "networks", "service-centre", "ims", "rate"),
          "rate",
          List.of("per-minute", "per-hour", "per-day"));

  private CarrierReader() {}

  /// @param file the file's name, for complaints
  /// @throws BootFault if the text says something that cannot be
  static Carrier read(String file, String text) {
    YamlBlock top = known(YamlBlock.parse(file, text), "");
    List<String> networks =
        top.values("networks", Carrier::network)
            .filter(given -> !given.isEmpty())
            .orElseThrow(() -> top.wrong("networks", "must be given, one at least"));
    return new Carrier(
        top.needValue("name", Profile::name),
        networks,
        top.value("service-centre", Carrier::centre),
        top.value("ims", Carrier.Ims::named).orElse(Carrier.Ims.LEAVE),
        top.block("rate").map(CarrierReader::rate).orElse(Rate.NONE));
  }

  private static Rate rate(YamlBlock block) {
    known(block, "rate");
    return new Rate(
        block.value("per-minute", Rate::texts),
        block.value("per-hour", Rate::texts),
        block.value("per-day", Rate::texts));
  }

  private static YamlBlock known(YamlBlock block, String name) {
    return block.only(KEYS.getOrDefault(name, List.of()).toArray(String[]::new));
  }
}
