package hospital.wardbell.conversation;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.Remote;
import hospital.wardbell.conversation.Conversations.ApiMessage;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts on the audit log whose messages somebody is shown beside others', so that who asks who saw
/// a patient finds them too: an entry for each patient who has the number, or for the conversation
/// if the number is nobody's.
final class Shown {
  // As many as a change may have rows without holding others up.
  private static final int AT_ONCE = 50;

  private record Talk(Id conversation, Remote remote) {}

  private final Store store;
  private final Audit audit;
  private final Holders holders;

  Shown(Store store, Audit audit, Holders holders) {
    this.store = store;
    this.audit = audit;
    this.holders = holders;
  }

  /// Returns when all of it is durable.
  ///
  /// @param act by which they were asked for
  void record(List<ApiMessage> messages, String act, Actor by, String origin) {
    Map<Talk, Integer> counts = new LinkedHashMap<>();
    for (ApiMessage message : messages) {
      counts.merge(new Talk(message.conversation(), message.remote()), 1, Integer::sum);
    }
    List<Entry> entries = store.read(sql -> entries(sql, counts, Entry.of(by, act).from(origin)));
    for (int i = 0; i < entries.size(); i += AT_ONCE) {
      List<Entry> some = entries.subList(i, Math.min(entries.size(), i + AT_ONCE));
      store.change(tx -> some.forEach(entry -> audit.record(tx, entry)));
    }
  }

  private List<Entry> entries(Sql sql, Map<Talk, Integer> counts, Entry asked) {
    List<Entry> entries = new ArrayList<>();
    counts.forEach((talk, count) -> {
      Entry entry = asked.because("shown " + count);
      List<String> patients = holders.pseudonyms(sql, talk.remote());
      if (patients.isEmpty()) {
        entries.add(entry.about(talk.conversation()));
      }
      patients.forEach(patient -> entries.add(entry.aboutPatient(patient)));
    });
    return entries;
  }
}
