package hospital.wardbell.modem;

import java.util.List;
import java.util.Locale;

/// What is wrong, for each reader in words of their own language: [#words] are the English ones of
/// the command line and the log, [Kind#code] names the console's.
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
    /// No modem is plugged in that is what the boot file says; the detail is that.
    NOT_FOUND(
        NO_MODEM
            + "%s is not plugged in. Plug the modem in, or correct its line in the boot file."),
    /// A Huawei stick shows no serial port; the detail is where it is plugged in.
    NO_SERIAL_PORT(
        NO_MODEM
            + "the Huawei stick at USB %s has no serial port: it is a HiLink model, or still"
            + " shows itself as a disc. Take one in stick mode, or switch it by usb_modeswitch."),
    /// The modem has its AT port elsewhere; the details are the path named and the right one.
    WRONG_PORT(
        NO_MODEM
            + "%s is not the modem's AT port, which is %s. Write that one into the boot file."),
    /// What is heard on the line is no answer to AT.
    NO_AT_PORT(
        NO_MODEM
            + "something speaks on the line, but not as a modem's AT port does. Name another of the"
            + " modem's ports in the boot file."),
    /// Another program has the line; the details are its path and the program's name.
    IN_USE_BY(NO_MODEM + "%s is held by another program, %s. Stop that program."),
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
    /// Text after text comes to the modem with mistakes, and is taken out again before it is sent.
    LINE_DAMAGES(
        "texts come to the modem with mistakes, so none is sent; they wait. Look at the cable, take a"
            + " shorter one, or use its handshake (flow: rts-cts in the boot file)."),
    /// Nothing on the line answers AT.
    MUTE(
        NO_MODEM
            + "the line is open but nothing on it answers. Check that it is the modem's AT port"
            + " and that the modem has power; unplug it and plug it in again."),
    /// It stopped answering and was told to restart.
    MUTE_RESTARTED(
        "the modem stopped answering and was told to restart. It should be back within a minute;"
            + " texts wait."),
    /// It goes on answering nothing whatever was tried; the detail is for how many minutes it is
    /// left alone.
    MUTE_RESTING(
        NO_MODEM
            + "it answers nothing, also after it was told to restart. It is tried again in %s"
            + " min. Unplug it, wait ten seconds, plug it in again."),
    /// The modem restarted by itself.
    RESTARTED(
        "the modem restarted and is being set up again. If this happens often, its power supply"
            + " is too weak."),
    /// The modem restarts by itself again and again; the detail is how many times in an hour.
    RESTARTS_OFTEN(
        "the modem restarted by itself %s times within an hour: its power is too weak. Give it a"
            + " stronger supply, a shorter cable or a powered USB hub."),
    /// The modem says of itself that its supply voltage is too low or too high.
    POWER_WARNED(
        "the modem says that its supply voltage is wrong. Give it a stronger supply, a shorter"
            + " cable or a powered USB hub, before it switches itself off."),
    /// Somebody asked for it to be set up anew, or to restart.
    ASKED_ANEW("the modem is being set up again, as somebody asked. Texts wait."),
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
    /// It cannot be written down that a PIN was given, so it is not given.
    PIN_NOT_KEPT(
        "the SIM asks for its PIN, which is not given, since it cannot be written down that it"
            + " was. Look at the disk."),
    /// Another SIM than before is in the modem; the detail is the last digits of its number.
    SIM_SWAPPED(
        "another SIM than before is in the modem (its number ends in %s). If nobody put it"
            + " there, look into it; else there is nothing to do."),
    /// The modem was on more than GSM and has been on GSM for long; the detail is what it was on.
    FELL_BACK(
        "the modem fell back from %s to 2G and has stayed there for half an hour. Texts still go."
            + " Its radio is switched off and on, every six hours at most, if its profile allows"
            + " that; if it stays there, check the antenna and the coverage."),
    /// A network interface of the modem is up; the detail is its name.
    DATA_LINK(
        "the modem is online for data: its network interface %1$s is up, and texts may be held up"
            + " by that. Take it down (ip link set %1$s down) and have nothing bring it up."),
    /// Another program has another of the modem's ports; the detail is the program's name.
    DATA_LINK_BY(
        "another program, %s, uses another port of the modem. If it goes online there, texts may"
            + " be held up by that. Stop that program."),
    /// The network refuses one text after another as it does without credit.
    NO_CREDIT(
        "the network refuses every text, as it does when a prepaid SIM has no credit. Top it up,"
            + " or ask the carrier; texts wait."),
    /// The carrier does not let the SIM send texts.
    BARRED(
        "the carrier bars this SIM from sending texts. Ask the carrier to let it send; texts that"
            + " were refused have failed."),
    /// The network has nothing but LTE for the modem, and refuses texts over it.
    IMS_OFF(
        "the network lets the modem in over LTE alone and refuses its texts: texts over IMS are"
            + " off. Ask the carrier to allow texts over LTE (IMS or SGs) for this SIM, or switch"
            + " IMS on in the modem."),
    /// IMS was switched in the modem, which takes effect when it restarts.
    IMS_SWITCHED(
        "the modem's IMS was set as the SIM's carrier needs it, and the modem was told to restart."
            + " It should be back within a minute; texts wait."),
    /// The network does not let the SIM in.
    NETWORK_REFUSES(
        "the network refuses this SIM. Ask the carrier whether it is active and may send texts."),
    /// No network was found for long, so the modem was told to restart.
    SEARCHED_LONG(
        "the modem found no network for ten minutes and was told to restart; texts wait. Check"
            + " the antenna and the coverage."),
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
    /// People paused all sending.
    PAUSED(
        "sending is paused. Texts still arrive, and what is to be sent waits. Go on with:"
            + " wardbell queue resume."),
    /// People took the modem out of sending.
    DRAINED(
        "this modem was taken out of sending. Texts still arrive. When it may send again, say so on"
            + " its page or with: wardbell modem resume."),
    /// A text to its own number did not come back; whether sending or receiving is wrong, it cannot
    /// tell.
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
