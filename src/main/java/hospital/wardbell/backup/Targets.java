package hospital.wardbell.backup;

import hospital.wardbell.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which target the settings name.
record Targets(Places places, Settings settings, SftpAccess access) {
  /// It may not be one yet; see [Target#require].
  Target open() {
    String text = settings.text(Settings.Key.BACKUP_TARGET);
    return text.isEmpty() ? own() : of(text);
  }

  /// @param text as the setting has it, and not empty
  Target of(String text) {
    return text.startsWith("/")
        ? new DirectoryTarget(Path.of(text))
        : SftpTarget.connect(SftpAddress.parse(text), access);
  }

  /// No mount can be missing under it, so it marks itself.
  private Target own() {
    DirectoryTarget own = new DirectoryTarget(places.backups());
    try {
      Trees.make(own.directory());
    } catch (IOException e) {
      throw BackupFault.of(e, "making the home's directory for backups");
    }
    if (!Files.exists(own.directory().resolve(Target.MARKER))) {
      own.mark();
    }
    return own;
  }

  /// For people, without asking the target.
  String where() {
    String text = settings.text(Settings.Key.BACKUP_TARGET);
    return text.isEmpty() ? places.backups().toString() : text;
  }
}
