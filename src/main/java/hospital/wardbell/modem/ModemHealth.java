package hospital.wardbell.modem;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What people are shown of a modem.
///
/// @param name the boot file's name of the line
/// @param imei the modem's own number, once it has said it
/// @param operator the network's name, once registered
/// @param signalDbm received signal, once measured
/// @param trouble what is wrong, if anything is
public record ModemHealth(
    String name,
    State state,
    Optional<String> imei,
    Optional<String> operator,
    Optional<Integer> signalDbm,
    Optional<Trouble> trouble,
    Instant since) {
  /// The life of a modem as people see it.
  public enum State {
    ABSENT,
    PROBING,
    SIM_LOCKED,
    SEARCHING,
    REGISTERED,
    RESTING
  }

  /// What is wrong, for each reader in words of their own language: [#words] are the English ones
  /// of the command line and the log, [Kind#code] names the console's.
  ///
  /// @param details what stands in the words' places, in their order; what they are, the kind says
  public record Trouble(Kind kind, List<String> details) {
    private static final String NO_MODEM = "no modem: ";
    private static final String REPLUG =
        " Plug the modem in again; it is looked for every few seconds.";

    public Trouble {
      details = List.copyOf(details);
    }

    public static Trouble of(Kind kind, String... details) {
      return new Trouble(kind, List.of(details));
    }

    /// What is wrong and what to do, in English.
    public String words() {
      return kind.english.formatted(details.toArray());
    }

    /// All that can be wrong.
    public enum Kind {
      /// Nothing is at the line's path, which is the detail.
      NOT_THERE(
          NO_MODEM + "%s is not there. Plug the modem in, or correct its line in the boot file."),
      /// Another program has the line; the detail is its path.
      IN_USE(NO_MODEM + "%s is held by another program, often ModemManager. Stop that program."),
      /// The service's user may not open the line; the detail is its path.
      NOT_PERMITTED(
          NO_MODEM
              + "%s may not be opened by this service. Let its user use the device (group dialout)."),
      /// The system refuses to open the line; the details are its path and the error's number.
      NOT_OPENED(NO_MODEM + "%s could not be opened (error %s). Unplug and replug the modem."),
      /// The library for serial devices cannot be used.
      NO_SERIAL_LIBRARY(
          NO_MODEM
              + "the serial library could not be loaded; its directory must not be mounted noexec"
              + " (-DjSerialComm.library.path names another)"),
      /// A network modem takes no connection; the detail is its address.
      NO_CONNECTION(
          NO_MODEM + "%s does not answer. Check the network modem's power, cable and address."),
      /// The far side ended the line, as it does when a modem is pulled out.
      LINE_ENDED(NO_MODEM + "the line ended." + REPLUG),
      /// The line cannot be read; the detail is the exception's class.
      LINE_BROKEN(NO_MODEM + "the line broke (%s)." + REPLUG),
      /// The line cannot be written.
      LINE_UNWRITABLE(NO_MODEM + "the line took no more characters." + REPLUG),
      /// The line was closed on our side.
      LINE_CLOSED(NO_MODEM + "the line was closed"),
      /// The service ends.
      STOPPING(NO_MODEM + "the service is being stopped."),
      /// The line does not drain what is written to it.
      STUCK(
          NO_MODEM
              + "the modem takes no more characters. Unplug it, wait ten seconds, plug it in"
              + " again."),
      /// Nothing on the line answers AT.
      MUTE(
          NO_MODEM
              + "the line is open but nothing on it answers. Check that it is the modem's AT port"
              + " and that the modem has power; unplug it and plug it in again."),
      /// The modem restarted by itself.
      RESTARTED(
          "the modem restarted and is being set up again. If this happens often, its power supply"
              + " is too weak."),
      /// The modem refuses a command that its profile says it needs; the detail is the command.
      NOT_SET_UP(
          "the modem refuses %s, which its profile says it needs. Unplug it and plug it in again;"
              + " if that does not help, name another profile in the boot file."),
      /// The modem holds no SIM.
      SIM_MISSING("there is no SIM in the modem. Put one in."),
      /// The SIM is broken, dirty or not of a kind the modem takes.
      SIM_UNREADABLE("the modem cannot read the SIM. Take it out, clean it, or try another."),
      /// The SIM starts and does not come to an end with it.
      SIM_NOT_READY("the SIM does not become ready. Take it out, clean it and put it back."),
      /// The SIM waits for a code other than its PIN; the detail is the code's name.
      SIM_LOCKED("the SIM is locked and asks for \"%s\". Unlock it in a telephone."),
      /// The SIM waits for a PIN that nobody gave us.
      PIN_NOT_SET("the SIM asks for a PIN and none is set. Write it in the boot file."),
      /// One more wrong PIN would lock the SIM.
      PIN_LAST_TRY("the SIM has one PIN try left, which is kept. Unlock it in a telephone."),
      /// The SIM refused the PIN it was given.
      PIN_REFUSED("the SIM refused the PIN in the boot file; it is not tried again. Correct it."),
      /// The SIM asks for a PIN again after it refused ours.
      PIN_WRONG("the PIN in the boot file is wrong; it is not tried again. Correct it."),
      /// The network does not let the SIM in.
      NETWORK_REFUSES(
          "the network refuses this SIM. Ask the carrier whether it is active and may send texts."),
      /// There is no network yet.
      SEARCHING("the modem looks for its network; texts wait. Check the antenna and the coverage."),
      /// The SIM does not know where texts are sent to.
      NO_SERVICE_CENTRE(
          "the SIM has no service centre number, so texts will be refused. Ask the carrier for it."),
      /// What arrives cannot be made durable.
      ARRIVALS_WAIT(
          "texts arrive but cannot be kept here, so they wait on the modem. Nothing is lost yet."
              + " Look at the disk and the database."),
      /// The modem keeps what it was told to forget.
      UNDELETED(
          "the modem does not delete a text that is safely kept here; its store will fill up."
              + " Unplug the modem and plug it in again."),
      /// The modem's store is filling up; the detail is how full it is, in per cent.
      STORE_FILLING("the modem's message store is %s%% full; once full, nothing more arrives."),
      /// A text to its own number did not come back; whether sending or receiving is wrong, it
      /// cannot tell.
      SELF_TEST_LOST(
          "a text that this modem sent to its own number did not come back within ten minutes, so"
              + " texts may be lost one way or the other. Send it one by hand from a telephone, and"
              + " ask the carrier."),
      /// The box keeps what room its disk has for receiving.
      DISK_NEARLY_FULL(
          "the disk is nearly full, so sending has stopped and receiving goes on. Nothing is lost."
              + " Make room; what waits then goes out by itself.");

      private final String english;

      Kind(String english) {
        this.english = english;
      }

      /// The name that the console's words have for it, such as `sim-missing`.
      public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
  }

  public boolean maySend() {
    return state == State.REGISTERED;
  }
}
