package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Reset;
import hospital.wardbell.modem.UsbTree.Tty;
import hospital.wardbell.modem.Vitals.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Where a line's modem is looked for, what the end of a session means, and what is done to bring
/// it back. Owned by the modem's one thread.
final class Revival {
  private static final Duration TO_OBEY = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
  private static final Duration RADIO = Duration.ofSeconds(10);

  private final Modem.Setup setup;
  private final UsbTree usb;
  private final Finder finder;
  private final Ladder ladder = new Ladder();
  private final DataLink link;
  private boolean met;
  private Optional<LineAddress> opened = Optional.empty();
  private Instant nextLook = Instant.MIN;

  Revival(Modem.Setup setup, UsbTree usb) {
    this.setup = setup;
    this.usb = usb;
    this.finder = new Finder(setup, usb);
    this.link = new DataLink(usb);
  }

  Ladder ladder() {
    return ladder;
  }

  /// Where to open the line next.
  ///
  /// @throws ModemFault if there is nothing to open
  LineAddress where() {
    met = false;
    nextLook = Instant.MIN;
    LineAddress next = finder.next();
    opened = Optional.of(next);
    return next;
  }

  /// The modem has said who it is.
  ///
  /// @return the USB port that it is behind, if it is
  /// @throws ModemFault if it is another than this line's
  Optional<Tty> met(Identity identity) {
    finder.met(identity.imei());
    met = true;
    return opened.orElseThrow() instanceof LineAddress.Device(Path device)
        ? usb.ttyOf(device)
        : Optional.empty();
  }

  /// Looks once a minute whether somebody else goes online through the modem.
  void lookAround(Vitals vitals, Instant now) {
    if (met
        && opened.orElseThrow() instanceof LineAddress.Device(Path device)
        && !now.isBefore(nextLook)) {
      nextLook = now.plus(BETWEEN_LOOKS);
      link.behind(device)
          .ifPresentOrElse(
              trouble -> vitals.trouble(Topic.DATA, trouble), () -> vitals.fine(Topic.DATA));
    }
  }

  /// What to do now that `fault` ended a session, or kept the line from being opened.
  Ladder.Next after(ModemFault fault, Instant now) {
    return ladder.after(understood(fault), reset(), now);
  }

  /// A port that was silent from the first may be the wrong one of a modem's ports.
  private ModemFault understood(ModemFault fault) {
    if (fault.kind() != ModemFault.Kind.MUTE || met || lastProfile().isPresent()) {
      return fault;
    }
    String named = setup.address().toString();
    return finder
        .rightPort()
        .map(right -> Trouble.of(Trouble.Kind.WRONG_PORT, named, right.toString()))
        .or(() -> Optional.of(fault.trouble()).filter(t -> t.kind() == Trouble.Kind.NO_AT_PORT))
        .map(why -> new ModemFault(ModemFault.Kind.WRONG_PORT, why))
        .orElse(fault);
  }

  /// How the modem may be reset, if that is known: by what it said last, if it says nothing now.
  private Optional<Reset> reset() {
    return finder.isOurs()
        ? setup.profiles().named().or(this::lastProfile).map(Profile::reset)
        : Optional.empty();
  }

  private Optional<Profile> lastProfile() {
    return setup.memory().recall(Initialiser.PROFILE).flatMap(setup.profiles()::find);
  }

  /// Takes a step on a line that is about to be closed; no answer is waited for.
  void climb(Ladder.Step step, OpenPort open) throws InterruptedException {
    switch (step) {
      case REOPEN -> {}
      case RADIO_OFF_AND_ON -> {
        open.sayBlind("AT+CFUN=0", RADIO);
        open.sayBlind("AT+CFUN=1", RADIO);
      }
      case RESTART -> {
        Optional<String> command = reset().flatMap(Reset::restart);
        if (command.isPresent()) {
          open.sayBlind(command.get(), TO_OBEY);
        }
      }
    }
  }

  /// The line is closed; where nobody said who is there, another place is tried next.
  void ended() {
    if (!met) {
      finder.pass();
    }
  }
}
