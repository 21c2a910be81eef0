package hospital.wardbell.control;

import hospital.wardbell.identity.Identity;
import java.util.HashMap;
import java.util.Map;

/// All about who may come in, from the command line.
///
/// @param address the console's, with a `/` at its end; what a link begins with
/// @param trial whether the CLI may grant a scope that reads patients
public record IdentityCommands(Identity identity, String address, boolean trial) {
  public Map<String, Command> commands() {
    Map<String, Command> commands = new HashMap<>();
    commands.putAll(new AccountCommands(identity.accounts(), identity.tokens(), trial).commands());
    commands.putAll(new PasswordCommands(identity.passwordDesk()).commands());
    commands.putAll(new FactorCommands(identity.factorDesk()).commands());
    commands.putAll(new PeopleCommands(identity, address).commands());
    commands.putAll(new SessionCommands(identity).commands());
    commands.putAll(
        new BreakGlassCommands(identity.breakGlass().reviews(), identity.accounts()).commands());
    commands.putAll(new TrainingCommands(identity.trainingReport()).commands());
    return commands;
  }
}
