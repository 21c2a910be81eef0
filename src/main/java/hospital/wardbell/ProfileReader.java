package hospital.wardbell;

import hospital.wardbell.modem.ImsSwitch;
import hospital.wardbell.modem.LineMarks;
import hospital.wardbell.modem.Profile;
import hospital.wardbell.modem.Profile.Announcements;
import hospital.wardbell.modem.Profile.Match;
import hospital.wardbell.modem.Profile.Reset;
import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.Profile.Start;
import hospital.wardbell.modem.Profile.Step;
import hospital.wardbell.modem.SendOutcome.Fault;
import hospital.wardbell.modem.Tells;
import hospital.wardbell.modem.UsbPort;
import hospital.wardbell.modem.UssdCoding;
import hospital.wardbell.modem.Writing;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads one modem profile. `firmware-config/profiles/generic-3gpp.yaml` documents every key; what
/// a profile leaves out is as it stands there.
final class ProfileReader {
  /// The keys of each block, the file's own under the empty name.
  static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry(
              "",
              List.of(
                  "name",
                  "match",
                  "usb",
                  "start",
                  "reset",
                  "commands",
                  "stores",
                  "first-index",
                  "announcing",
                  "sending",
                  "services",
                  "ims",
                  "line",
                  "tells",
                  "ussd",
                  "ignored")),
          Map.entry("match", List.of("maker", "model", "revision")),
          Map.entry("usb", List.of("vendor", "product", "interface", "protocol")),
          Map.entry("start", List.of("patience", "ready", "restarted")),
          Map.entry("reset", List.of("radio", "restart", "patience")),
          Map.entry("commands", List.of("say", "patience", "refused")),
          Map.entry("announcing", List.of("modes", "reports", "buffers")),
          Map.entry(
              "sending",
              List.of("patience", "prompt-patience", "keep-link", "service-centre", "errors")),
          Map.entry("line", List.of("piece", "pause", "check-echo")),
          Map.entry("tells", List.of("store-full", "power")),
          Map.entry("ims", List.of("ask", "on", "off", "turn-on", "turn-off")));

  private static final Profile USUAL = Profile.GENERIC;
  private static final Duration COMMAND_PATIENCE = Duration.ofSeconds(5);

  private ProfileReader() {}

  /// @param file the file's name, for complaints
  /// @throws BootFault if the text says something that cannot be
  static Profile read(String file, String text) {
    YamlBlock top = known(YamlBlock.parse(file, text), "");
    return new Profile(
        top.needValue("name", Profile::name),
        block(top, "match").map(ProfileReader::match),
        blocks(top, "usb", ProfileReader::port).orElse(USUAL.usb()),
        block(top, "start").map(ProfileReader::start).orElse(USUAL.start()),
        block(top, "reset").map(ProfileReader::reset).orElse(USUAL.reset()),
        blocks(top, "commands", ProfileReader::step).orElse(USUAL.commands()),
        top.values("stores", Profile::store).orElse(USUAL.stores()),
        top.value("first-index", Profile::index).orElse(USUAL.firstIndex()),
        block(top, "announcing").map(ProfileReader::announcements).orElse(USUAL.announcing()),
        block(top, "sending").map(ProfileReader::sending).orElse(USUAL.sending()),
        top.values("services", Announcements::digit).orElse(USUAL.services()),
        block(top, "ims").map(ProfileReader::ims),
        block(top, "line").map(ProfileReader::writing).orElse(USUAL.writing()),
        block(top, "tells").map(ProfileReader::tells).orElse(USUAL.tells()),
        top.value("ussd", UssdCoding::named).orElse(USUAL.ussd()),
        marks(top, "ignored", LineMarks::ignorable).orElse(USUAL.ignored()));
  }

  private static YamlBlock known(YamlBlock block, String name) {
    return block.only(KEYS.getOrDefault(name, List.of()).toArray(String[]::new));
  }

  private static Optional<YamlBlock> block(YamlBlock top, String name) {
    return top.block(name).map(b -> known(b, name));
  }

  private static <T> Optional<List<T>> blocks(
      YamlBlock top, String name, Function<YamlBlock, T> reader) {
    return top.keys().contains(name)
        ? Optional.of(top.blocks(name).stream().map(b -> reader.apply(known(b, name))).toList())
        : Optional.empty();
  }

  private static Match match(YamlBlock block) {
    return new Match(
        block.value("maker", Match::expression).orElse(""),
        block.needValue("model", Match::expression),
        block.value("revision", Match::expression).orElse(""));
  }

  private static UsbPort port(YamlBlock block) {
    if (block.keys().contains("interface") == block.keys().contains("protocol")) {
      throw block.wrong("interface", "or protocol must be given, one of them");
    }
    UsbPort.By by = block.keys().contains("interface") ? UsbPort.By.INTERFACE : UsbPort.By.PROTOCOL;
    return new UsbPort(
        block.needValue("vendor", UsbPort::four),
        block.needValue("product", UsbPort::four),
        by,
        block.needValue(by == UsbPort.By.INTERFACE ? "interface" : "protocol", UsbPort::two));
  }

  private static Start start(YamlBlock block) {
    return new Start(
        block.value("patience", Start.PATIENCE::parse).orElse(USUAL.start().patience()),
        marks(block, "ready", LineMarks::unsolicited).orElse(USUAL.start().ready()),
        marks(block, "restarted", LineMarks::unsolicited).orElse(USUAL.start().restarted()));
  }

  private static Reset reset(YamlBlock block) {
    return new Reset(
        block.value("radio", ProfileReader::truth).orElse(USUAL.reset().radio()),
        block.value("restart", ProfileReader::restart).orElse(USUAL.reset().restart()),
        block.value("patience", Reset.PATIENCE::parse).orElse(USUAL.reset().patience()));
  }

  private static Optional<String> restart(String text) {
    return text.equals("never") ? Optional.empty() : Optional.of(Step.command(text));
  }

  private static Step step(YamlBlock block) {
    return new Step(
        block.needValue("say", Step::command),
        block.value("patience", Step.PATIENCE::parse).orElse(COMMAND_PATIENCE),
        block.value("refused", ProfileReader::isFailure).orElse(false));
  }

  private static boolean isFailure(String text) {
    return switch (text) {
      case "ignore" -> false;
      case "fail" -> true;
      default -> throw new IllegalArgumentException("must be ignore or fail");
    };
  }

  private static Announcements announcements(YamlBlock block) {
    return new Announcements(
        digits(block, "modes").orElse(USUAL.announcing().modes()),
        digits(block, "reports").orElse(USUAL.announcing().reports()),
        digits(block, "buffers").orElse(USUAL.announcing().buffers()));
  }

  private static Optional<List<Integer>> digits(YamlBlock block, String key) {
    Optional<List<Integer>> digits = block.values(key, Announcements::digit);
    if (digits.filter(List::isEmpty).isPresent()) {
      throw block.wrong(key, "must not be empty");
    }
    return digits;
  }

  private static Sending sending(YamlBlock block) {
    Sending usual = USUAL.sending();
    return new Sending(
        block.value("patience", Sending.PATIENCE::parse).orElse(usual.patience()),
        block.value("prompt-patience", Sending.PROMPT::parse).orElse(usual.promptPatience()),
        block.value("keep-link", ProfileReader::truth).orElse(usual.keepsLink()),
        block.value("service-centre", ProfileReader::isWritten).orElse(usual.serviceCentre()),
        block.block("errors").map(ProfileReader::errors).orElse(usual.errors()));
  }

  private static ImsSwitch ims(YamlBlock block) {
    return new ImsSwitch(
        block.needValue("ask", Step::command),
        block.needValue("on", Match::expression),
        block.needValue("off", Match::expression),
        block.needValue("turn-on", Step::command),
        block.needValue("turn-off", Step::command));
  }

  private static boolean isWritten(String text) {
    return switch (text) {
      case "empty" -> true;
      case "omitted" -> false;
      default -> throw new IllegalArgumentException("must be empty or omitted");
    };
  }

  private static Writing writing(YamlBlock block) {
    return new Writing(
        block.value("piece", Writing::piece).orElse(USUAL.writing().piece()),
        block.value("pause", Writing::pause).orElse(USUAL.writing().pause()),
        block.value("check-echo", ProfileReader::truth).orElse(USUAL.writing().checksEcho()));
  }

  private static Tells tells(YamlBlock block) {
    return new Tells(
        marks(block, "store-full", LineMarks::unsolicited).orElse(USUAL.tells().storeFull()),
        marks(block, "power", LineMarks::unsolicited).orElse(USUAL.tells().power()));
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Map<Integer, Fault> errors(YamlBlock block) {
    Map<Integer, Fault> errors = new HashMap<>();
    for (String code : block.keys()) {
      if (!code.matches("\\d{1,4}")) {
        throw block.wrong(code, "must be the number of a +CMS ERROR");
      }
      errors.put(Integer.valueOf(code), block.needValue(code, ProfileReader::fault));
    }
    return errors;
  }

  private static Fault fault(String text) {
    return switch (text) {
      case "message" -> Fault.MESSAGE;
      case "passing" -> Fault.PASSING;
      case "modem" -> Fault.MODEM;
      default -> throw new IllegalArgumentException("must be message, passing or modem");
    };
  }

  private static Optional<LineMarks> marks(
      YamlBlock block, String key, Function<String, String> reader) {
    return block.values(key, reader).map(LineMarks::new);
  }
}
