package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.contact.Patient;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a draw must know of the people on both sides of a look. It remembers so many whom it was
/// asked for; for one draw, one thread.
final class Persons {
  private static final int REMEMBERED = 20_000;

  /// Somebody of the staff.
  private record Member(String name, List<String> surnames, Optional<String> number) {}

  /// A patient at the other end of a conversation.
  private record Held(boolean isWatched, String name, List<String> surnames, String number) {}

  private final Accounts accounts;
  private final Transcripts transcripts;
  private final Vault vault;
  private final Map<Id, String> numbers;
  private final Set<Id> watched;
  private final Map<Id, Member> members = new HashMap<>();
  private final Map<Id, List<Held>> held = new HashMap<>();

  Persons(Store store, Accounts accounts, Transcripts transcripts, Vault vault) {
    this.accounts = accounts;
    this.transcripts = transcripts;
    this.vault = vault;
    this.numbers = Collections.unmodifiableMap(store.read(PeopleTable::numbers));
    this.watched = store.read(PeopleTable::watched);
  }

  /// By what a number is compared without lying open.
  static byte[] index(Vault vault, PhoneNumber number) {
    return vault.attest("staff.own-number", number.canonical());
  }

  /// Why a look of `staff` at `conversation` is reviewed, by who they are.
  Optional<Kind> why(Id staff, Id conversation) {
    Member member = members.computeIfAbsent(staff, this::member);
    List<Held> patients = held.get(conversation);
    if (patients == null) {
      if (held.size() == REMEMBERED) {
        held.clear();
      }
      patients = transcripts.holders(conversation).stream().map(this::held).toList();
      held.put(conversation, patients);
    }
    if (patients.stream().anyMatch(patient -> isSame(member, patient))) {
      return Optional.of(Kind.OWN_RECORD);
    }
    if (patients.stream().anyMatch(Held::isWatched)) {
      return Optional.of(Kind.WATCHED);
    }
    return patients.stream().anyMatch(p -> !Collections.disjoint(p.surnames(), member.surnames()))
        ? Optional.of(Kind.SAME_SURNAME)
        : Optional.empty();
  }

  private static boolean isSame(Member member, Held patient) {
    return member.number().filter(own -> own.equals(patient.number())).isPresent()
        || Surnames.isSame(member.name(), patient.name());
  }

  private Member member(Id staff) {
    String name = accounts.name(staff).orElse("");
    return new Member(name, Surnames.ofStaff(name), Optional.ofNullable(numbers.get(staff)));
  }

  private Held held(Patient patient) {
    return new Held(
        watched.contains(patient.id()),
        patient.name(),
        Surnames.ofPatient(patient.name()),
        numbers.isEmpty() ? "" : HexFormat.of().formatHex(index(vault, patient.number())));
  }
}
