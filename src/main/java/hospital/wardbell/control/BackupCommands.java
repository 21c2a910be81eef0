package hospital.wardbell.control;

import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.backup.BackupName;
import hospital.wardbell.backup.Backups;
import hospital.wardbell.backup.Health;
import hospital.wardbell.backup.Progress;
import hospital.wardbell.backup.SftpAddress;
import hospital.wardbell.backup.TargetDesk;
import hospital.wardbell.backup.Verifying;
import hospital.wardbell.backup.Watching;
import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Backups, from the command line.
public record BackupCommands(Backups backups) {
  public Map<String, Command> commands() {
    return Map.ofEntries(
        told("backup.run", (_, by) -> shown(backups.run(by, Progress.none()))),
        told("backup.progress", (_, _) -> progress()),
        told("backup.list", (_, _) -> list()),
        told("backup.verify", (request, _) -> verify(request)),
        told(
            "backup.test-restore",
            (request, by) -> {
              var evidence = backups.testRestore(request.maybeText("backup"), by);
              return new JsonObject()
                  .put("passed", evidence.passed())
                  .put("page", evidence.page())
                  .put("evidence", evidence.json());
            }),
        told("backup.prune", (_, by) -> prune(by)),
        told("backup.target", (_, _) -> new JsonObject().put("target", backups.desk().where())),
        told("backup.target.add", this::add),
        told("backup.target.trust", this::trust),
        told("backup.target.init", (_, _) -> mark()));
  }

  /// A fault is a refusal in the same words.
  private static Map.Entry<String, Command> told(String name, Command command) {
    return Map.entry(
        name,
        (request, by) -> {
          try {
            return command.answer(request, by);
          } catch (BackupFault fault) {
            throw refusal(fault);
          }
        });
  }

  /// What the command line is told of a fault.
  public static Refusal refusal(BackupFault fault) {
    int exit =
        switch (fault.kind()) {
          case BUSY, UNREACHABLE -> 75;
          case NO_BACKUP -> 3;
          case NO_TARGET, NO_ROOM, DISK, DAMAGED, WRONG_KEY, TOO_NEW, UNSOUND, BROKEN_OFF -> 1;
        };
    return new Refusal(exit, String.valueOf(fault.getMessage()));
  }

  private static JsonObject shown(Backups.Kept kept) {
    return new JsonObject()
        .put("backup", kept.name().text())
        .put("made_at", kept.name().at().toString())
        .put("key", kept.name().fingerprint())
        .put("octets", kept.octets());
  }

  private JsonObject progress() {
    JsonObject shown = new JsonObject();
    backups
        .progress()
        .ifPresent((Watching.State state) ->
            shown
                .put("step", state.step().map(step -> step.name().toLowerCase(Locale.ROOT)))
                .put("octets", state.octets())
                .put("of", state.of()));
    return shown;
  }

  private JsonObject list() {
    return new JsonObject()
        .put("target", backups.desk().where())
        .put("backups", backups.list().stream().map(BackupCommands::shown).toList());
  }

  private JsonObject verify(JsonObject request) {
    return shown(backups.verify(request.maybeText("backup")));
  }

  public static JsonObject shown(Verifying.Verified verified) {
    return new JsonObject()
        .put("backup", verified.name())
        .put("made_at", verified.madeAt().toString())
        .put("made_by_version", verified.product())
        .put("files", verified.files())
        .put("octets", verified.octets())
        .put("ended", verified.ended().stream().sorted().toList());
  }

  private JsonObject prune(Actor.Operator by) {
    List<BackupName> removed = backups.prune(by);
    if (removed.isEmpty()) {
      throw new Refusal(3, "Every backup is to be kept. Nothing was removed.");
    }
    return new JsonObject().put("removed", removed.stream().map(BackupName::text).toList());
  }

  private JsonObject add(JsonObject request, Actor.Operator by) {
    String target = request.text("target");
    TargetDesk desk = backups.desk();
    if (target.startsWith("sftp:")) {
      SftpAddress address = SftpAddress.parse(target);
      TargetDesk.Introduction introduction = desk.introduce(address);
      return new JsonObject()
          .put("target", address.text())
          .put("host_key", introduction.hostKey())
          .put("public_key", introduction.publicKey());
    }
    if (!target.startsWith("/")) {
      throw new Refusal(2, "A target is a directory's whole path, or sftp://user@host:port/path.");
    }
    desk.useDirectory(Path.of(target), by);
    return new JsonObject().put("target", target);
  }

  private JsonObject trust(JsonObject request, Actor.Operator by) {
    SftpAddress address = SftpAddress.parse(request.text("target"));
    backups.desk().useServer(address, request.text("host_key"), by);
    return new JsonObject().put("target", address.text());
  }

  private JsonObject mark() {
    backups.desk().mark();
    return new JsonObject().put("target", backups.desk().where());
  }

  /// How it stands, for status.
  public static JsonObject shown(Health health) {
    return new JsonObject()
        .put("scheduled", health.scheduled())
        .put("last", health.last().map(Instant::toString))
        .put("tested", health.tested().map(Instant::toString))
        .put("trouble", health.trouble());
  }
}
