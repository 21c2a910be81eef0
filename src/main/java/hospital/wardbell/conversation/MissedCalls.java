package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Answer;
import hospital.wardbell.contact.PhoneReader;
import hospital.wardbell.contact.PhoneReading;
import hospital.wardbell.settings.Settings;
import hospital.wardbell.store.Store;
import java.util.Optional;

/// Calls to a number that takes texts only: each is on the audit log, and where that is switched
/// on, the caller gets a text that says how to reach us. Any thread.
///
/// The Gate decides: a number that opted out gets nothing, and every other one text a day.
public final class MissedCalls {
  private static final Actor SELF = new Actor.Wardbell("calls");

  private final Store store;
  private final Settings settings;
  private final Audit audit;
  private final Conversations conversations;
  private final PhoneReader reader = new PhoneReader();
  private final String region;

  /// @param region ISO 3166-1 alpha-2 code of the country whose numbers have no prefix
  public MissedCalls(
      Store store, Settings settings, Audit audit, Conversations conversations, String region) {
    this.store = store;
    this.settings = settings;
    this.audit = audit;
    this.conversations = conversations;
    this.region = region;
  }

  /// Whether callers get a text.
  public boolean areAnswered() {
    return settings.isOn(Settings.Key.ANSWER_CALLS);
  }

  /// Somebody called; durable when this returns.
  ///
  /// @param caller the number as the network gives it, empty if withheld
  public void called(Optional<String> caller) {
    Id call = Id.random();
    Optional<PhoneNumber> number = caller.flatMap(this::textable);
    store.change(tx -> {
      String from = number.isPresent() ? "number" : "no number";
      audit.record(tx, Entry.of(SELF, "call.missed").about(call).from("modem").because(from));
      if (areAnswered() && number.isPresent()) {
        Id conversation = conversations.receiving(tx, number.get());
        conversations.answer(tx, conversation, new Answer.MissedCall(call), Optional.empty());
      }
    });
  }

  private Optional<PhoneNumber> textable(String written) {
    PhoneReading reading = reader.read(written, region);
    return reading.number().filter(_ -> reading.textable());
  }
}
