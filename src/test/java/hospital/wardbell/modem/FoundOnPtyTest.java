package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.modem.ModemHealth.State;
import hospital.wardbell.practice.Fault;
import hospital.wardbell.practice.Journal;
import hospital.wardbell.practice.JournalEntry;
import hospital.wardbell.practice.ModemOptions;
import hospital.wardbell.practice.People;
import hospital.wardbell.practice.Timing;
import hospital.wardbell.practice.VirtualModem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A modem is found by what it is, under whatever name its port has, on real pseudo-terminals.
class FoundOnPtyTest extends OnPty {
  private static final String OURS = "004401234567895";
  private static final String ANOTHERS = "862345678901238";

  @ParameterizedTest
  @ValueSource(strings = {"imei:" + OURS, "usb:2c7c:0125@1-2"})
  void a_modem_that_comes_back_under_another_name_is_of_use_within_two_seconds(String line)
      throws Exception {
    Journal anothers = Journal.inMemory();
    ModemOptions unlike = ModemOptions.of(Timing.none()).withImei(ANOTHERS);
    try (VirtualModem another = VirtualModem.start(unlike, People.silent(), anothers)) {
      VirtualModem ours = plugIn(ModemOptions.of(Timing.none()));
      usb().device("1-1", "2c7c", "0125").port("1-1", "02", "ff", "ttyUSB2", another.path());
      usb().device("1-2", "2c7c", "0125").port("1-2", "02", "ff", "ttyUSB5", ours.path());

      Modem front = start(line);
      assertThat(await(State.REGISTERED).imei()).contains(OURS);
      usb().unplug("1-2", "ttyUSB5");
      ours.unplug();
      awaitTrouble(Trouble.Kind.NOT_FOUND);
      ours.replug();
      usb().device("1-2", "2c7c", "0125").port("1-2", "02", "ff", "ttyUSB9", ours.path());
      Instant back = Instant.now();

      assertThat(await(State.REGISTERED).imei()).contains(OURS);
      assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(2));
      accepted(front.submit(text("found again"), false));
      assertThat(anothers.entries(JournalEntry.Command.class))
          .as("the other modem is asked who it is and nothing more")
          .noneMatch(command -> command.name().matches("\\+C(PIN|SMS|PMS|NMI|MGS)"));
    }
  }

  @Test
  void a_modem_whose_device_path_is_gone_is_found_by_its_imei() throws Exception {
    VirtualModem ours = plugIn(ModemOptions.of(Timing.none()));
    usb().device("1-2", "2c7c", "0125").port("1-2", "02", "ff", "ttyUSB2", ours.path());
    Modem front = start(usb().dev("ttyUSB2").toString());
    await(State.REGISTERED);

    usb().unplug("1-2", "ttyUSB2");
    ours.unplug();
    await(State.ABSENT);
    ours.replug();
    usb().device("1-2", "2c7c", "0125").port("1-2", "02", "ff", "ttyUSB3", ours.path());

    await(State.REGISTERED);
    accepted(front.submit(text("found again"), false));
  }

  @Test
  void a_silent_port_that_is_the_wrong_one_is_said_so_and_told_nothing_blind() throws Exception {
    VirtualModem ours = plugIn(ModemOptions.of(Timing.none()));
    ours.suffer(new Fault.Deaf(false));
    usb()
        .device("1-2", "2c7c", "0125")
        .port("1-2", "02", "ff", "ttyUSB2", Path.of("/dev/null"))
        .port("1-2", "03", "ff", "ttyUSB3", ours.path());

    start(usb().dev("ttyUSB3").toString());
    ModemHealth health = awaitWithin(State.FAILED, Duration.ofSeconds(60));

    assertThat(health.trouble())
        .contains(
            Trouble.of(
                Trouble.Kind.WRONG_PORT,
                usb().dev("ttyUSB3").toString(),
                usb().dev("ttyUSB2").toString()));
    assertThat(journal.entries(JournalEntry.Command.class)).isEmpty();
  }

  @Test
  void a_modem_that_somebody_else_is_online_with_is_told_and_texts_still_go() throws Exception {
    VirtualModem ours = plugIn(ModemOptions.of(Timing.none()));
    usb()
        .device("1-2", "2c7c", "0125")
        .port("1-2", "02", "ff", "ttyUSB2", ours.path())
        .network("1-2", "04", "wwan0", "up", "0x1003");

    Modem front = start("usb:2c7c:0125");
    awaitTrouble(Trouble.Kind.DATA_LINK);

    accepted(front.submit(text("all the same"), false));
  }

  private Modem start(String line) {
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse(line),
            "",
            Optional.of(SUBMIT_PATIENCE),
            Receiving.STORED,
            Profiles.of(List.of(ProfileLike.generic("known").at("2c7c", "0125", "02").profile())),
            memory,
            Carriers.NONE,
            Cable.USUAL);
    Modem front =
        Modem.start(
            setup,
            new Queued(),
            told::add,
            InstantSource.system(),
            usb().tree(),
            address -> SerialLine.open(address, Cable.USUAL));
    driver = Optional.of(front);
    return front;
  }

  private FakeUsb usb() {
    return new FakeUsb(directory.resolve("machine"));
  }
}
