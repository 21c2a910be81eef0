package hospital.wardbell;

import hospital.wardbell.modem.Carrier;
import hospital.wardbell.modem.Carriers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The carriers that come with the program. Each is read when a SIM is first held against it: a
/// start does not wait for them.
final class CarrierFiles {
  /// In the order in which they are held against a SIM; no two have a network in common.
  static final List<String> SHIPPED = List.of("us-att", "us-tmobile", "us-verizon");

  private CarrierFiles() {}

  static Carriers read() {
    Map<String, Carrier> read = new ConcurrentHashMap<>();
    return new Carriers(
        SHIPPED.stream()
            .<Supplier<Carrier>>map(name -> () -> read.computeIfAbsent(name, CarrierFiles::shipped))
            .toList());
  }

  static Carrier shipped(String name) {
    String file = name + ".yaml";
    try (InputStream in = CarrierFiles.class.getResourceAsStream("carriers/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is not in this program");
      }
      return CarrierReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
