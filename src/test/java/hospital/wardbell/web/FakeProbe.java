package hospital.wardbell.web;

import java.util.List;
import java.util.Optional;

/// A probe of a service with one modem.
final class FakeProbe implements Probe {
  volatile boolean locked;

  @Override
  public Optional<String> unready() {
    return locked ? Optional.of("The vault is locked. Unlock it.") : Optional.empty();
  }

  @Override
  public boolean sealed() {
    return locked;
  }

  @Override
  public List<Reading> readings() {
    Reading registered =
        Reading.gauge("wardbell_modem_registered", "The modem is on the network.", 1);
    return List.of(
        registered.of("a"),
        registered.of("b"),
        Reading.gauge("wardbell_waiting_patients", "Who wait for an answer.", 3));
  }
}
