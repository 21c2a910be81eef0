package hospital.wardbell.practice;

import hospital.wardbell.pdu.DeliverTpdu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A practice modem's insides, put together. The modem's thread only.
final class Machine {
  private final Port port;
  private final Duration away;
  private final Agenda agenda;
  private final Journal journal;
  private final Switches switches = new Switches();
  private final Memories memories;
  private final Radio radio;
  private final Domains domains;
  private final Luck luck;
  private final Ear ear = new Ear();
  private final Overrun overrun;
  private final AtEngine engine;
  private final Delivery delivery;
  private final Network network;
  private final NetworkCommands networkCommands;
  private final MessageSettings settings;
  private final Services services;

  Machine(ModemOptions options, Port port, Agenda agenda, People people, Journal journal) {
    this.port = port;
    this.away = options.away();
    this.agenda = agenda;
    this.journal = journal;
    this.memories =
        new Memories(options.simCapacity(), options.phoneCapacity(), options.habits().firstIndex());
    this.overrun = new Overrun(options.habits().room());
    this.radio = new Radio(options.pin());
    this.domains = new Domains(switches, radio);
    this.luck = new Luck(options.faults(), journal);
    CommandTable table = new CommandTable();
    this.engine = new AtEngine(port, options.timing(), switches, table, luck, journal);
    Unsolicited voice = (text, said) -> speak(text, said);
    this.delivery =
        new Delivery(
            options.acknowledgement(),
            options.habits().misplacesReports(),
            switches,
            memories,
            radio,
            voice,
            agenda,
            journal);
    this.network = new Network(options.timing(), agenda, delivery, people, journal);
    this.networkCommands = new NetworkCommands(switches, radio, this::radioChanged, this::reset);
    this.settings = new MessageSettings(switches, delivery, this::deliverSoon);
    this.services = new Services(switches, voice, agenda);
    fill(table, options);
  }

  private void fill(CommandTable table, ModemOptions options) {
    Outgoing outgoing = new Outgoing(network, switches, agenda, luck, domains);
    new GeneralCommands(switches, radio, options.imei()).addTo(table, switches::turnBack);
    networkCommands.addTo(table);
    services.addTo(table);
    domains.addTo(table);
    settings.addTo(table);
    new StorageCommands(options.habits(), memories, radio, this::deliverSoon, journal).addTo(table);
    new SendCommands(options.habits(), settings, memories, radio, engine, outgoing).addTo(table);
  }

  void octets(byte[] written, long arrivedNanos) {
    byte[] octets = overrun.heard(written, arrivedNanos);
    if (!ear.misses(port.attachments())) {
      engine.octets(octets, arrivedNanos);
    } else if (ear.feelsReset(octets)) {
      reset();
    }
  }

  void bring(List<DeliverTpdu> messages) {
    messages.forEach(m -> network.bring(m));
  }

  void bring(String hex) {
    network.bring(hex);
  }

  void call(Optional<String> caller, Duration between) {
    services.call(caller, between);
  }

  void answerCodesAfterwards(String lines) {
    services.answerAfterwards(lines);
  }

  int waitingTexts() {
    return delivery.waiting();
  }

  void unplug() throws IOException {
    port.unplug();
    journal.record(new JournalEntry.Plugged(Instant.now(), false));
  }

  void replug() throws IOException {
    restart();
    port.plug();
    journal.record(new JournalEntry.Plugged(Instant.now(), true));
  }

  void suffer(Fault fault) {
    switch (fault) {
      case Fault.LostFinal() -> luck.loseNextFinal();
      case Fault.Refused refusal -> luck.refuseNext(refusal);
      case Fault.Deaf deafness -> {
        journal.record(new JournalEntry.Suffered(Instant.now(), JournalEntry.Mishap.DEAF));
        ear.deafen(deafness, port.attachments());
      }
      case Fault.Warning(String line) -> speak(line, () -> {});
      case Fault.LostServiceCentre() -> settings.forgetServiceCentre();
      case Fault.WrongDomain wrong -> domains.suffer(wrong);
      case Fault.EvolvedOnly() -> {
        radio.beEvolvedOnly();
        radioChanged();
      }
      case Fault.FellBack() -> radio.fallBack();
      case Fault.NoCoverage(Duration time) -> {
        journal.record(new JournalEntry.Suffered(Instant.now(), JournalEntry.Mishap.NO_COVERAGE));
        setCovered(false);
        agenda.after(time, () -> setCovered(true));
      }
    }
  }

  private void setCovered(boolean covered) {
    radio.setCovered(covered);
    radioChanged();
  }

  private void radioChanged() {
    for (Dial dial : List.of(switches.circuitNews, switches.packetNews, switches.evolvedNews)) {
      if (dial.isOn()) {
        speak(networkCommands.news(dial), () -> {});
      }
    }
    deliverSoon();
  }

  /// After the answer to the command under way.
  private void deliverSoon() {
    agenda.after(Duration.ZERO, delivery::proceed);
  }

  private void reset() {
    if (away.isZero()) {
      agenda.after(Duration.ZERO, this::restart);
    } else {
      agenda.after(Duration.ZERO, () -> plug(this::unplug));
      agenda.after(away, () -> plug(this::replug));
    }
  }

  private interface Plugging {
    void run() throws IOException;
  }

  private static void plug(Plugging plugging) {
    try {
      plugging.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restart() {
    ear.heal();
    engine.restart();
    delivery.giveUpAcknowledgement();
    switches.turnBack();
    memories.turnBack();
    radio.turnBack();
    domains.restart();
    speak("RDY", () -> {});
    deliverSoon();
  }

  private void speak(String text, Runnable said) {
    if (!ear.isDeaf()) {
      engine.say(text, said);
    }
  }
}
