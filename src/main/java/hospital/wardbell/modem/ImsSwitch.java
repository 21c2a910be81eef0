package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Match;
import hospital.wardbell.modem.Profile.Step;
import java.util.regex.Pattern;

/// How a family of modems is asked whether it uses IMS, and told to; what it is told takes effect
/// when it restarts.
///
/// @param ask the question
/// @param on a regular expression that is found in the answer if it uses IMS
/// @param off one that is found if it does not
/// @param turnOn the command that has it use IMS
/// @param turnOff the command that has it do without
public record ImsSwitch(String ask, String on, String off, String turnOn, String turnOff) {
  public ImsSwitch {
    Step.command(ask);
    Match.expression(on);
    Match.expression(off);
    Step.command(turnOn);
    Step.command(turnOff);
  }

  boolean isSo(boolean wanted, String answer) {
    return Pattern.compile(wanted ? on : off).matcher(answer).find();
  }

  String command(boolean wanted) {
    return wanted ? turnOn : turnOff;
  }
}
