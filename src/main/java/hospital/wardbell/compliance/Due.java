package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.contact.Patients;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.inbox.Inbox;
import hospital.wardbell.store.Sql;
import hospital.wardbell.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a record's time is, as it is at one moment of a transaction: asked when a proposal is made,
/// and again in the change that erases.
final class Due {
  /// How one record stands.
  ///
  /// @param held whether a legal hold is on it, or on whoever it is about
  /// @param awaited whether something with it is not done yet, so that it stays for now
  /// @param anchor from when its time is counted
  /// @param until the last day on which it is kept
  record Standing(boolean held, boolean awaited, Instant anchor, LocalDate until) {
    boolean isOver(LocalDate today) {
      return !held && !awaited && today.isAfter(until);
    }
  }

  /// A record whose time is over.
  record Over(RecordClass recordClass, Id subject, Id key, Standing standing) {}

  private final Vault vault;
  private final Erasing conversations;
  private final Patients patients;
  private final Keeping keeping;
  private final Inbox inbox;
  private final LegalHolds holds;

  Due(Vault vault, Erasing conversations, Patients patients, Inbox inbox, LegalHolds holds) {
    this.vault = vault;
    this.conversations = conversations;
    this.patients = patients;
    this.keeping = patients.keeping();
    this.inbox = inbox;
    this.holds = holds;
  }

  /// A conversation is kept as long as any patient's who has that number.
  Standing conversation(Sql sql, RetentionPolicy policy, Erasing.Subject subject) {
    Remote remote = conversations.remote(sql, subject);
    List<Keeping.Subject> holders =
        patients.holding(sql, remote).stream()
            .map(Patient::id)
            .distinct()
            .flatMap(id -> keeping.find(sql, id).stream())
            .toList();
    Instant anchor = subject.last();
    LocalDate until = until(policy, anchor, Optional.empty(), subject.keepUntil());
    if (!holders.isEmpty()) {
      until = LocalDate.MIN;
      for (Keeping.Subject holder : holders) {
        Instant own = later(subject.last(), holder.discharged());
        anchor = own.isAfter(anchor) ? own : anchor;
        until = later(until, until(policy, own, holder.born(), subject.keepUntil()));
      }
    }
    boolean held = subject.held() || holders.stream().anyMatch(Keeping.Subject::held);
    return new Standing(held, false, anchor, until);
  }

  /// A patient's row stays while there is a conversation with a number of the patient's.
  Standing patient(
      Sql sql, RetentionPolicy policy, Keeping.Subject subject, Set<Id> goingConversations) {
    Instant anchor = later(subject.made(), subject.discharged());
    boolean left = false;
    for (PhoneNumber number : keeping.numbers(sql, subject.id())) {
      for (Erasing.Subject conversation : conversations.with(sql, number)) {
        left |= !goingConversations.contains(conversation.id());
        anchor = later(anchor, Optional.of(conversation.last()));
      }
    }
    return new Standing(
        subject.held(), left, anchor, until(policy, anchor, subject.born(), subject.keepUntil()));
  }

  /// Whose PDUs those of a day were is not known, so they stay while any legal hold is set.
  Standing rawDay(Sql sql, RetentionPolicy policy, LocalDate day, Id key) {
    return new Standing(
        holds.any(sql),
        inbox.isAwaited(sql, key),
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusYears(policy.rawYears()).plusDays(1));
  }

  private static LocalDate until(
      RetentionPolicy policy, Instant anchor, Optional<LocalDate> born, Optional<Instant> keep) {
    LocalDate asked = policy.retainUntil(day(policy, anchor), born);
    return keep.map(time -> later(asked, day(policy, time))).orElse(asked);
  }

  private static LocalDate day(RetentionPolicy policy, Instant time) {
    return time.atZone(policy.zone()).toLocalDate();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant later(Instant one, Optional<Instant> other) {
    return other.filter(one::isBefore).orElse(one);
  }

  /// A few whose time is over, of those that were silent since; conversations before patients.
  List<Over> conversations(
      Sql sql, RetentionPolicy policy, LocalDate today, List<Erasing.Subject> silent) {
    List<Over> over = new ArrayList<>();
    for (Erasing.Subject subject : silent) {
      Standing standing = conversation(sql, policy, subject);
      if (standing.isOver(today)) {
        over.add(new Over(RecordClass.CONVERSATION, subject.id(), subject.key(), standing));
      }
    }
    return over;
  }

  List<Over> patients(
      Sql sql,
      RetentionPolicy policy,
      LocalDate today,
      List<Keeping.Subject> old,
      List<Over> conversationsOver) {
    Set<Id> going = new HashSet<>(conversationsOver.stream().map(Over::subject).toList());
    List<Over> over = new ArrayList<>();
    for (Keeping.Subject subject : old) {
      Standing standing = patient(sql, policy, subject, going);
      if (standing.isOver(today)) {
        over.add(new Over(RecordClass.PATIENT, subject.id(), subject.key(), standing));
      }
    }
    return over;
  }

  List<Over> rawDays(Sql sql, RetentionPolicy policy, LocalDate today, int most) {
    String before = today.minusYears(policy.rawYears()).toString();
    List<Over> over = new ArrayList<>();
    vault
        .namedBefore(sql, Vault.Subject.DAY, before, most)
        .forEach((name, key) -> {
          Standing standing = rawDay(sql, policy, LocalDate.parse(name), key);
          if (standing.isOver(today)) {
            over.add(new Over(RecordClass.RAW_DAY, key, key, standing));
          }
        });
    return over;
  }
}
