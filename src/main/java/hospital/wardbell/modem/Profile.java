package hospital.wardbell.modem;

import hospital.wardbell.modem.SendOutcome.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// How one family of modems is driven where it differs from others: values only, which the driver
/// acts on.
///
/// @param name 1 to 31 of a-z, 0-9 and -
/// @param match which modems it is for; empty if it is taken by its name only
/// @param usb where such modems have their AT port
/// @param reset how such a modem may be brought back
/// @param commands said once the modem is known, before its SIM is looked at
/// @param stores where arrivals may be kept, best first
/// @param services by which `+CGSMS` service texts go out, best first; none: as the modem has it
/// @param ims how IMS is switched, if it can be
/// @param firstIndex the number of the first place in a store, for stores that cannot be listed
/// @param writing how it wants to be written to
/// @param tells what it says unasked of its own needs
/// @param ussd how it writes the words of USSD
/// @param ignored lines without a coded beginning, which would else be taken for part of an answer
public record Profile(
    String name,
    Optional<Match> match,
    List<UsbPort> usb,
    Start start,
    Reset reset,
    List<Step> commands,
    List<String> stores,
    int firstIndex,
    Announcements announcing,
    Sending sending,
    List<Integer> services,
    Optional<ImsSwitch> ims,
    Writing writing,
    Tells tells,
    UssdCoding ussd,
    LineMarks ignored) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");
  private static final Pattern STORE = Pattern.compile("[A-Z]{2}");

  /// The way of the standards: what the driver does with a modem that no profile knows.
  public static final Profile GENERIC =
      new Profile(
          "generic-3gpp",
          Optional.empty(),
          List.of(),
          new Start(
              Duration.ofSeconds(20),
              LineMarks.of(),
              LineMarks.of(
                  "RDY",
                  "^SYSSTART*",
                  "+READY",
                  "*ATREADY*",
                  "NORMAL POWER DOWN",
                  "UNDER-VOLTAGE POWER DOWN",
                  "OVER-VOLTAGE POWER DOWN",
                  "^SHUTDOWN")),
          new Reset(true, Optional.of("AT+CFUN=1,1"), Duration.ofSeconds(60)),
          List.of(),
          List.of("ME", "SM"),
          0,
          new Announcements(List.of(2, 1, 3), List.of(1, 2, 0), List.of(0, 1)),
          new Sending(Duration.ofSeconds(62), Duration.ofSeconds(10), true, true, Map.of()),
          List.of(),
          Optional.empty(),
          new Writing(Writing.WHOLE, Duration.ofMillis(10), false),
          new Tells(LineMarks.of(), LineMarks.of("UNDER-VOLTAGE*", "OVER-VOLTAGE*")),
          UssdCoding.PLAIN,
          LineMarks.of());

  public Profile {
    name(name);
    usb = List.copyOf(usb);
    commands = List.copyOf(commands);
    services = List.copyOf(services);
    stores = stores.stream().map(Profile::store).toList();
    index(String.valueOf(firstIndex));
    ignored.texts().forEach(LineMarks::ignorable);
  }

  /// @return `text`
  public static String name(String text) {
    return need(NAME.matcher(text).matches(), text, "is 1 to 31 of a-z, 0-9 and -");
  }

  /// @return `text`
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.2 3GPP TS 27.005 §3.2.2 (+CPMS)
  public static String store(String text) {
    return need(STORE.matcher(text).matches(), text, "must be stores of two letters, such as ME");
  }

  /// @throws IllegalArgumentException if `text` is neither 0 nor 1
  public static int index(String text) {
    return Integer.parseInt(need(text.matches("[01]"), text, "must be 0 or 1"));
  }

  private static String need(boolean holds, String text, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(expected);
    }
    return text;
  }

  /// Which modems a profile is for. Each part is a regular expression that must be found in what
  /// the modem says, capital and small letters alike; all three must.
  public record Match(String maker, String model, String revision) {
    public Match {
      expression(maker);
      expression(model);
      expression(revision);
    }

    /// @return `text`
    public static String expression(String text) {
      try {
        Pattern.compile(text);
        return text;
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException("is no regular expression: " + e.getDescription(), e);
      }
    }

    boolean fits(Identity identity) {
      return isIn(maker, identity.maker())
          && isIn(model, identity.model())
          && isIn(revision, identity.revision());
    }

    private static boolean isIn(String expression, String said) {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(said).find();
    }
  }

  /// How a modem starts.
  ///
  /// @param patience how long it may take until its SIM and its messages can be used
  /// @param ready what it says then; a modem met while it starts is waited for until it does
  /// @param restarted what it says when it starts or stops, so that it has forgotten its settings
  public record Start(Duration patience, LineMarks ready, LineMarks restarted) {
    public static final Bounds PATIENCE = Bounds.ofSeconds(5, 120);

    public Start {
      PATIENCE.check(patience);
      ready.texts().forEach(LineMarks::unsolicited);
      restarted.texts().forEach(LineMarks::unsolicited);
    }
  }

  /// How a modem that went wrong may be brought back.
  ///
  /// @param radio whether its radio may be switched off and on where no network is found
  /// @param restart the command that restarts it, if it lives through one
  /// @param patience how long it may be away after that
  /// @spec https://www.3gpp.org/dynareport/27007.htm#8.2 3GPP TS 27.007 §8.2 (+CFUN)
  public record Reset(boolean radio, Optional<String> restart, Duration patience) {
    public static final Bounds PATIENCE = Bounds.ofSeconds(10, 180);

    public Reset {
      PATIENCE.check(patience);
      restart.ifPresent(Step::command);
    }
  }

  /// A command of the modem's own that it is set up with.
  ///
  /// @param needed whether the modem is of no use if it refuses
  public record Step(String command, Duration patience, boolean needed) {
    public static final Bounds PATIENCE = Bounds.ofSeconds(1, 60);
    private static final Pattern COMMAND = Pattern.compile("AT[ -~]{1,78}");

    public Step {
      PATIENCE.check(patience);
      command(command);
    }

    /// @return `text`
    public static String command(String text) {
      return need(
          COMMAND.matcher(text).matches(), text, "must be one AT command of at most 80 characters");
    }
  }

  /// How the modem may be told to announce arrivals: each list best first, and of each what the
  /// modem offers.
  ///
  /// @param modes `<mode>`
  /// @param reports `<ds>`
  /// @param buffers `<bfr>`
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.4.1 3GPP TS 27.005 §3.4.1 (+CNMI)
  public record Announcements(List<Integer> modes, List<Integer> reports, List<Integer> buffers) {
    public Announcements {
      modes = List.copyOf(modes);
      reports = List.copyOf(reports);
      buffers = List.copyOf(buffers);
      need(!modes.isEmpty() && !reports.isEmpty() && !buffers.isEmpty(), "", "must not be empty");
    }

    /// One digit of the command.
    public static Integer digit(String text) {
      return Integer.valueOf(need(text.matches("[0-3]"), text, "must be numbers of 0 to 3"));
    }
  }

  /// How a text is handed over.
  ///
  /// @param patience how long the answer to a TPDU may take
  /// @param promptPatience how long the prompt for it may take
  /// @param keepsLink whether `+CMMS` may be used
  /// @param serviceCentre whether the octet that names no service centre stands before a TPDU
  /// @param errors whose fault a `+CMS ERROR` is, where the standards do not say or the modem means
  ///   something else
  public record Sending(
      Duration patience,
      Duration promptPatience,
      boolean keepsLink,
      boolean serviceCentre,
      Map<Integer, Fault> errors) {
    public static final Bounds PATIENCE = Bounds.ofSeconds(10, 420);
    public static final Bounds PROMPT = Bounds.ofSeconds(1, 60);

    public Sending {
      PATIENCE.check(patience);
      PROMPT.check(promptPatience);
      errors = Map.copyOf(errors);
    }
  }
}
