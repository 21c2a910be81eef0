package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Id;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.store.Sql;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The reason that is asked for before a guarded patient's conversation is shown: one who is
/// watched, since everybody knows the name, or one who has the number of somebody of the staff. It
/// holds for [#HOLDS]. Any thread.
///
/// @spec https://www.ecfr.gov/current/title-45/section-164.514#p-164.514(d) 45 CFR 164.514(d)
///   (minimum necessary)
public final class LookReasons {
  /// As long as the longest session, so that it is asked for once a shift.
  public static final Duration HOLDS = Duration.ofHours(12);

  /// Why somebody looks. No free words: they would tell of the patient in the record.
  public enum Why {
    /// The patient is in my care.
    CARE,
    /// The patient texted, and the team must answer.
    ANSWER,
    /// An appointment, a form or a bill.
    OFFICE,
    /// I stand in for a colleague, or help one.
    COVER,
    /// The patient, or the lead, asked me to.
    ASKED
  }

  private final Store store;
  private final Vault vault;
  private final Audit audit;
  private final Transcripts transcripts;
  private final InstantSource clock;

  LookReasons(Store store, Vault vault, Audit audit, Transcripts transcripts, InstantSource clock) {
    this.store = store;
    this.vault = vault;
    this.audit = audit;
    this.transcripts = transcripts;
    this.clock = clock;
  }

  /// Whether `by` must say why before the conversation is shown; not if it is out of `sight`, where
  /// nothing is shown anyway.
  public boolean isDue(Sight sight, Id conversation, Staff by) {
    return !due(List.of(conversation), by).isEmpty() && transcripts.isWithin(sight, conversation);
  }

  /// Of which of these, a page of them, nothing may be shown before `by` says why.
  public Set<Id> due(Collection<Id> conversations, Staff by) {
    Set<Id> watched = store.read(PeopleTable::watched);
    Map<Id, String> numbers = store.read(PeopleTable::numbers);
    if (watched.isEmpty() && numbers.isEmpty()) {
      return Set.of();
    }
    Set<String> own = Set.copyOf(numbers.values());
    Instant since = clock.instant().minus(HOLDS);
    return conversations.stream()
        .filter(id -> transcripts.holders(id).stream().anyMatch(p -> isGuarded(p, watched, own)))
        .filter(id -> !store.read((Sql sql) -> LookReasonTable.holds(sql, by.id(), id, since)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isGuarded(Patient patient, Set<Id> watched, Set<String> own) {
    return watched.contains(patient.id())
        || own.contains(HexFormat.of().formatHex(Persons.index(vault, patient.number())));
  }

  /// What `by` says is on record, and the conversation may be shown.
  ///
  /// @return whether there is such a conversation within `sight`
  public boolean give(Sight sight, Id conversation, Why why, Staff by, String origin) {
    if (!transcripts.isWithin(sight, conversation)) {
      return false;
    }
    Instant now = clock.instant();
    store.change(tx -> {
      LookReasonTable.insert(tx, by.id(), conversation, now, now.minus(HOLDS));
      audit.record(
          tx,
          Entry.of(by.actor(), "conversation.reason")
              .about(conversation)
              .from(origin)
              .because(why.name()));
    });
    return true;
  }
}
