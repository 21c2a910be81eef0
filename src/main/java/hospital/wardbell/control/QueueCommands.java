package hospital.wardbell.control;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.HeldBack;
import hospital.wardbell.fleet.Fleet;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.outbox.Outbox;
import hospital.wardbell.outbox.PartState;
import hospital.wardbell.outbox.QueueEntry;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/// The queue of texts, from the command line. Messages are named by their references; whom they are
/// for and what they say is not shown here.
public record QueueCommands(Store store, Outbox outbox, HeldBack held, Fleet fleet, Audit audit) {
  private static final int MOST = 1000;

  public Map<String, Command> commands() {
    return Map.of(
        "queue.show", (_, _) -> show(),
        "queue.pause", (_, by) -> pause(by),
        "queue.resume", (_, by) -> resume(by),
        "queue.retry",
            (request, by) -> act(request, by, "queue.retry", (tx, id) -> outbox.retry(tx, id)),
        "queue.cancel",
            (request, by) ->
                act(request, by, "queue.cancel", (tx, id) -> outbox.cancel(tx, id, by)),
        "queue.release",
            (request, by) ->
                request.has("reference")
                    ? act(request, by, "queue.release", (tx, id) -> outbox.release(tx, id, by))
                    : releaseAll(by));
  }

  private JsonObject show() {
    Outbox.Depth depth = outbox.depth();
    return new JsonObject()
        .put("paused", fleet.isPaused())
        .put("queued", depth.queued())
        .put("messages", outbox.waiting(MOST).stream().map(QueueCommands::shown).toList());
  }

  private static JsonObject shown(QueueEntry entry) {
    JsonObject shown =
        new JsonObject()
            .put("reference", entry.reference().text())
            .put("message", entry.message().toString())
            .put("state", entry.state().kind().name().toLowerCase(Locale.ROOT))
            .put("part", entry.part())
            .put("parts", entry.parts())
            .put("queued_at", entry.queuedAt().toString())
            .put("expires_at", entry.expiresAt().toString())
            .put("modem", entry.modem());
    return entry.state() instanceof PartState.Held(var until, var why)
        ? shown.put("until", until.toString()).put("why", why)
        : shown;
  }

  private JsonObject pause(Actor.Operator by) {
    if (!fleet.pause(by)) {
      throw new Refusal(3, "Sending was paused before.");
    }
    return new JsonObject();
  }

  private JsonObject resume(Actor.Operator by) {
    if (!fleet.unpause(by)) {
      throw new Refusal(3, "Sending was not paused.");
    }
    return new JsonObject();
  }

  private JsonObject act(
      JsonObject request, Actor.Operator by, String act, BiPredicate<Tx, Id> work) {
    Id message = named(request.text("reference"));
    boolean done =
        store.write(tx -> {
          boolean changed = work.test(tx, message);
          if (changed) {
            audit.record(tx, Entry.of(by, act).about(message).from("cli"));
          }
          return changed;
        });
    if (!done) {
      throw new Refusal(3, "There is nothing to do about it as it stands. Try: queue show");
    }
    return new JsonObject();
  }

  private JsonObject releaseAll(Actor.Operator by) {
    int all = held.releaseAll(by, "cli");
    if (all == 0) {
      throw new Refusal(3, "Nothing waits to be released.");
    }
    return new JsonObject().put("released", all);
  }

  /// The one waiting message of this reference, or of this id.
  private Id named(String reference) {
    String wanted = reference.strip().toUpperCase(Locale.ROOT);
    List<Id> found =
        outbox.waiting(MOST).stream()
            .filter(entry ->
                entry.reference().text().equals(wanted)
                    || entry.message().toString().equalsIgnoreCase(wanted))
            .map(QueueEntry::message)
            .toList();
    if (found.size() > 1) {
      throw new Refusal(
          2, "Two messages have that reference; name one by its id: queue show --json");
    }
    if (found.isEmpty()) {
      throw new Refusal(3, "No message of that reference waits. Try: wardbell queue show");
    }
    return found.getFirst();
  }
}
