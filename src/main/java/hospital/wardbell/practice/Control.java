package hospital.wardbell.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import hospital.wardbell.base.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// Lets another process steer a practice modem by lines of JSON, one order each:
///
/// ```
/// {"do":"text","from":"+12025550101","text":"Yes"}
/// {"do":"unplug"}  {"do":"replug"}  {"do":"quit"}
/// {"do":"lose-final"}  {"do":"refuse","code":500}
/// {"do":"deafen","until-reopened":true}  {"do":"no-coverage","seconds":20}
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
    Map<String, String> order = order(line);
    switch (member(order, "do")) {
      case "text" -> modem.text(new PhoneNumber(member(order, "from")), member(order, "text"));
      case "unplug" -> modem.unplug();
      case "replug" -> modem.replug();
      case "lose-final" -> modem.suffer(new Fault.LostFinal());
      case "refuse" -> modem.suffer(new Fault.Refused(number(order, "code")));
      case "deafen" ->
          modem.suffer(
              new Fault.Deaf(Boolean.parseBoolean(order.getOrDefault("until-reopened", "false"))));
      case "no-coverage" ->
          modem.suffer(new Fault.NoCoverage(Duration.ofSeconds(number(order, "seconds"))));
      case "quit" -> {
        return Answer.QUIT;
      }
      default -> throw new IllegalArgumentException("there is no such order");
    }
    return Answer.DONE;
  }

  private static Map<String, String> order(String line) {
    try {
      return JournalLine.flatObject(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an order is one JSON object on one line", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String member(Map<String, String> order, String name) {
    String value = order.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the order lacks " + name);
    }
    return value;
  }

  private static int number(Map<String, String> order, String name) {
    try {
      return Integer.parseInt(member(order, name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " needs a whole number", e);
    }
  }
}
