package hospital.wardbell.control;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.backup.BackupFault;
import hospital.wardbell.backup.Backups;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Secret;
import hospital.wardbell.crypto.Cryptography;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.FormerKeys;
import hospital.wardbell.vault.KeyDesk;
import hospital.wardbell.vault.KeyStatus;
import hospital.wardbell.vault.KitCheck;
import hospital.wardbell.vault.NewKit;
import hospital.wardbell.vault.Rotation;
import hospital.wardbell.vault.Vault;
import hospital.wardbell.vault.VaultFault;
import hospital.wardbell.vault.WayStatus;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The keys, from the command line: what opens them, and new ones for old.
///
/// An act is on record before it is done, so that none is ever done without: a record without the
/// act is what a power cut in between leaves.
public record KeyCommands(
    KeyDesk desk,
    Rotation rotation,
    FormerKeys former,
    Backups backups,
    Vault vault,
    Store store,
    Audit audit) {
  private static final int SHORTEST_PASSPHRASE = 15;

  public Map<String, Command> commands() {
    return Map.of(
        "key.status", (_, _) -> status(),
        "key.passphrase", plain(this::passphrase),
        "key.credential.make", plain((_, by) -> makeCredential(by)),
        "key.credential.use", plain(this::useCredential),
        "key.kit.make", plain(this::makeKit),
        "key.kit.check", plain(this::checkShare),
        "key.rotate", plain(this::rotate),
        "key.reseal", (_, by) -> reseal(by));
  }

  /// A keyring that cannot be written is told in its own words.
  private static Command plain(Command command) {
    return (request, by) -> {
      try {
        return command.answer(request, by);
      } catch (VaultFault e) {
        throw new Refusal(1, String.valueOf(e.getMessage()));
      }
    };
  }

  private JsonObject status() {
    List<KeyStatus> keys = store.read(desk::keys);
    return new JsonObject()
        .put("ways", desk.ways().stream().map(KeyCommands::shown).toList())
        .put("keys", keys.stream().map(key -> shown(key)).toList())
        .put("rotating", rotation.isUnderWay())
        .put("index", progress())
        .put("trouble", rotation.trouble())
        .put("cryptography", Cryptography.ofThisBuild().inUse());
  }

  private List<JsonObject> progress() {
    return rotation.indexProgress().entrySet().stream()
        .map(part -> new JsonObject().put("rows", part.getKey()).put("progress", part.getValue()))
        .toList();
  }

  private static JsonObject shown(WayStatus way) {
    return new JsonObject()
        .put("way", way.what())
        .put("made", way.made().map(Object::toString))
        .put("proven", way.proven())
        .put("detail", way.detail());
  }

  private JsonObject shown(KeyStatus key) {
    return new JsonObject()
        .put("purpose", key.purpose())
        .put("fingerprint", key.fingerprint())
        .put("made", key.made().map(Object::toString))
        .put("current", key.current())
        .put("former_since", key.former().map(Object::toString))
        .put("ended_at", key.ended().map(Object::toString))
        .put(
            "kept",
            key.former()
                .map(_ ->
                    backups
                        .whyKept()
                        .getOrDefault(key.fingerprint(), "looked at with the next backup")))
        .put("data_keys", key.dataKeys());
  }

  private JsonObject passphrase(JsonObject request, Actor.Operator by) {
    String typed = request.text("passphrase");
    if (typed.codePointCount(0, typed.length()) < SHORTEST_PASSPHRASE) {
      throw new Refusal(
          2,
          "The passphrase has fewer than %d characters. Nothing was changed."
              .formatted(SHORTEST_PASSPHRASE));
    }
    record(by, "key.passphrase-set");
    try (Secret passphrase = Secret.copyOf(typed.toCharArray())) {
      desk.passphrase(passphrase);
    }
    return new JsonObject();
  }

  private JsonObject makeCredential(Actor.Operator by) {
    record(by, "key.credential-made");
    try (Secret credential = desk.newCredential()) {
      return new JsonObject().put("credential", credential.lend(HexFormat.of()::formatHex));
    }
  }

  private JsonObject useCredential(JsonObject request, Actor.Operator by) {
    record(by, "key.credential-used");
    try (Secret credential = Secret.copyOf(HexFormat.of().parseHex(request.text("credential")))) {
      if (!desk.credentialRead(credential)) {
        throw new Refusal(
            1, "That credential does not open the keyring. What opened it before still does.");
      }
    }
    return new JsonObject();
  }

  private JsonObject makeKit(JsonObject request, Actor.Operator by) {
    record(by, "key.kit-made");
    NewKit kit = desk.newKit((int) request.number("shares"), (int) request.number("needed"));
    return new JsonObject()
        .put("kit", kit.name())
        .put("needed", kit.needed())
        .put("pages", kit.pages());
  }

  private JsonObject checkShare(JsonObject request, Actor.Operator by) {
    record(by, "key.share-checked");
    return switch (desk.checkShare(request.text("share"))) {
      case KitCheck.Right(String kit, int share, boolean nowCounts) ->
          new JsonObject().put("kit", kit).put("share", share).put("now_counts", nowCounts);
      case KitCheck.Mistyped(var mistake) -> throw new Refusal(1, mistake.inWords());
      case KitCheck.NotOfThisKit(String kit) ->
          throw new Refusal(
              1,
              "These words are a share of kit %s, which does not open this keyring. Look for the kit that key status names."
                  .formatted(kit));
    };
  }

  private JsonObject rotate(JsonObject request, Actor.Operator by) {
    String what = request.maybeText("what").orElse("kek");
    boolean forget = request.flag("forget");
    Rotation.Kind kind = Rotation.Kind.valueOf(what.toUpperCase(Locale.ROOT));
    List<String> lost = forget ? everyBackup(backups) : List.of();
    audit.record(
        Entry.of(by, "key.rotated").because(forget ? what + ", forgotten" : what).from("cli"));
    if (!rotation.begin(kind) && !forget) {
      throw new Refusal(3, "A rotation is under way already. See: wardbell key status");
    }
    if (forget) {
      rotation.end(kind);
      former.destroy(key -> FormerKeys.isOf(what, key));
    }
    return new JsonObject().put("lost", lost);
  }

  /// The backups that do not open any more once keys are forgotten that all of them need.
  public static List<String> everyBackup(Backups backups) {
    try {
      return backups.everything();
    } catch (BackupFault fault) {
      throw BackupCommands.refusal(fault);
    }
  }

  private JsonObject reseal(Actor.Operator by) {
    store.change(tx -> {
      audit.record(tx, Entry.of(by, "key.resealed").from("cli"));
      vault.renewAfterRestore(tx);
    });
    return new JsonObject();
  }

  private void record(Actor.Operator by, String act) {
    audit.record(Entry.of(by, act).from("cli"));
  }
}
