package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.json.MalformedJson;
import java.time.Duration;

/// Lets another process steer a practice modem by lines of JSON, one order each:
///
/// ```
/// {"do":"text","from":"+12025550101","text":"Yes"}
/// {"do":"unplug"}  {"do":"replug"}  {"do":"quit"}
/// {"do":"lose-final"}  {"do":"refuse","code":500,"prompt-stays":true}
/// {"do":"deafen","until-reopened":true}  {"do":"no-coverage","seconds":20}
/// {"do":"wrong-domain","right":3,"code":69}  {"do":"evolved-only"}
/// ```
final class Control {
  private final VirtualModem modem;

  Control(VirtualModem modem) {
    this.modem = modem;
  }

  /// What became of an order.
  enum Answer {
    DONE,
    QUIT
  }

  /// @throws IllegalArgumentException if the line is no order; the message says why
  Answer obey(String line) {
    try {
      return obey(JsonObject.parse(line));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private Answer obey(JsonObject order) {
    switch (order.text("do")) {
      case "text" -> modem.text(new PhoneNumber(order.text("from")), order.text("text"));
      case "unplug" -> modem.unplug();
      case "replug" -> modem.replug();
      case "lose-final" -> modem.suffer(new Fault.LostFinal());
      case "refuse" -> modem.suffer(refusal(order));
      case "deafen" -> modem.suffer(new Fault.Deaf(order.flag("until-reopened")));
      case "wrong-domain" ->
          modem.suffer(new Fault.WrongDomain(number(order, "right"), number(order, "code")));
      case "evolved-only" -> modem.suffer(new Fault.EvolvedOnly());
      case "no-coverage" ->
          modem.suffer(new Fault.NoCoverage(Duration.ofSeconds(order.number("seconds"))));
      case "quit" -> {
        return Answer.QUIT;
      }
      default -> throw new IllegalArgumentException("there is no such order");
    }
    return Answer.DONE;
  }

  private static Fault refusal(JsonObject order) {
    return new Fault.Refused(number(order, "code"), order.flag("prompt-stays"));
  }

  private static int number(JsonObject order, String name) {
    return Math.toIntExact(order.number(name));
  }
}
