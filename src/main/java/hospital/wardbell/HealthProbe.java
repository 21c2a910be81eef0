package hospital.wardbell;

import hospital.wardbell.modem.ModemHealth;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.web.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What monitoring may ask of the service.
record HealthProbe(Supplier<Optional<OpenHome>> home) implements Probe {
  @Override
  public Optional<String> unready() {
    Optional<OpenHome> open = home.get();
    if (open.isEmpty()) {
      return Optional.of("sealed: unlock it with wardbell unlock");
    }
    boolean mayText = open.get().modems().stream().anyMatch(ModemHealth::maySend);
    return mayText ? Optional.empty() : Optional.of("no modem can send; texts wait");
  }

  @Override
  public boolean sealed() {
    return home.get().isEmpty();
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    home.get().ifPresent(open -> read(open, readings));
    return readings;
  }

  private static void read(OpenHome open, List<Reading> into) {
    Optional<Outbox.Depth> depth = depth(open);
    into.add(
        Reading.gauge(
            "wardbell_audit_holds",
            "Whether the audit record is whole, as far as it has been checked.",
            open.keeper().broken().isEmpty() ? 1 : 0));
    into.add(
        Reading.gauge("wardbell_database_up", "The database answers.", depth.isPresent() ? 1 : 0));
    depth.ifPresent(d -> read(d, into));
    backup(open)
        .ifPresent(last ->
            into.add(
                Reading.gauge(
                    "wardbell_backup_age_seconds",
                    "How old the last backup is.",
                    Duration.between(last, Instant.now()).toMillis() / 1000.0)));
    for (ModemHealth modem : open.modems()) {
      into.add(
          Reading.gauge(
                  "wardbell_modem_registered",
                  "Whether the modem is on the network.",
                  modem.maySend() ? 1 : 0)
              .of(modem.name()));
    }
    for (ModemHealth modem : open.modems()) {
      modem
          .signalDbm()
          .ifPresent(dbm ->
              into.add(
                  Reading.gauge("wardbell_modem_signal_dbm", "Received signal, dBm.", dbm)
                      .of(modem.name())));
    }
  }

  private static Optional<Instant> backup(OpenHome open) {
    try {
      return open.backups().last();
    } catch (StoreFault _) {
      return Optional.empty();
    }
  }

  private static Optional<Outbox.Depth> depth(OpenHome open) {
    try {
      return Optional.of(open.depth());
    } catch (StoreFault _) {
      return Optional.empty();
    }
  }

  private static void read(Outbox.Depth depth, List<Reading> into) {
    into.add(Reading.gauge("wardbell_sms_queue_depth", "Parts that wait.", depth.queued()));
    into.add(
        Reading.gauge(
            "wardbell_sms_oldest_queued_seconds",
            "How long the oldest part has waited.",
            depth
                .oldest()
                .map(o -> Duration.between(o, Instant.now()).toMillis() / 1000.0)
                .orElse(0.0)));
  }
}
