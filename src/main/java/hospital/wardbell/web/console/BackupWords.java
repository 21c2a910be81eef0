package hospital.wardbell.web.console;

import hospital.wardbell.backup.Health;
import java.util.ArrayList;
import java.util.List;

/// How it stands with the backups, in words for the System page.
///
/// @param trouble what is wrong; nothing if all is well
/// @param lines what else there is to say
public record BackupWords(List<String> trouble, List<String> lines) {
  static BackupWords of(Health health, Shell shell) {
    List<String> trouble = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    health
        .failed()
        .ifPresent(failed ->
            trouble.add(
                shell.say(
                    "system.backups.failed",
                    shell.times().at(failed.at()),
                    shell.say("system.backups.kind." + failed.kind()))));
    health
        .overdue()
        .ifPresent(age -> trouble.add(shell.say("system.backups.overdue", age.toHours())));
    lines.add(
        health
            .last()
            .map(at -> shell.say("system.backups.last", shell.times().at(at)))
            .orElseGet(() -> shell.say("system.backups.none")));
    health
        .tested()
        .ifPresent(at -> lines.add(shell.say("system.backups.tested", shell.times().at(at))));
    if (!health.scheduled()) {
      lines.add(shell.say("system.backups.off"));
    }
    return new BackupWords(List.copyOf(trouble), List.copyOf(lines));
  }
}
