package hospital.wardbell.cli;

import hospital.wardbell.BootFault;
import hospital.wardbell.Home.HomeFault;
import hospital.wardbell.audit.AuditFault;
import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.base.Incident;
import hospital.wardbell.control.BackupCommands;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.VaultFault;
import hospital.wardbell.web.WebFault;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what went wrong into one sentence and an exit code.
final class Complaints implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception wrong, CommandLine line, ParseResult parsed) {
    return switch (wrong) {
      case Refusal e -> say(line, e.exit(), String.valueOf(e.getMessage()));
      case BootFault e -> say(line, Wardbell.BAD_USAGE, String.valueOf(e.getMessage()));
      case HomeFault e -> say(line, Wardbell.FAILED, String.valueOf(e.getMessage()));
      case BackupFault e ->
          say(line, BackupCommands.refusal(e).exit(), String.valueOf(e.getMessage()));
      case VaultFault e -> say(line, Wardbell.FAILED, String.valueOf(e.getMessage()));
      case AuditFault e -> say(line, Wardbell.FAILED, String.valueOf(e.getMessage()));
      case StoreFault e -> say(line, Wardbell.FAILED, String.valueOf(e.getMessage()));
      case WebFault e -> say(line, Wardbell.FAILED, String.valueOf(e.getMessage()));
      default ->
          say(
              line,
              Wardbell.FAILED,
              "this should not have happened. Show the next words to whoever looks after Wardbell: "
                  + Incident.of(wrong).line(line.getCommandName()));
    };
  }

  private static int say(CommandLine line, int exit, String sentence) {
    line.getErr().println("wardbell: " + sentence);
    line.getErr().flush();
    return exit;
  }
}
