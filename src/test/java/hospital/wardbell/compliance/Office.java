package hospital.wardbell.compliance;

import hospital.wardbell.alert.Alerts;
import hospital.wardbell.audit.Evidence;
import hospital.wardbell.audit.NoteSigner;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Secret;
import hospital.wardbell.conversation.Archive;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Accounts.NewStaff;
import hospital.wardbell.identity.Role;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.identity.StaffCircle;
import hospital.wardbell.settings.Settings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A ward with staff, and the privacy officer's work over it. Its first full week begins on
/// [#MONDAY], in the zone of New York.
final class Office implements AutoCloseable {
  static final String WEEK = "2026-11-23";

  /// Ten in the morning there.
  static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

  static final Instant NEXT_WEEK = Instant.parse("2026-12-01T15:00:00Z");
  static final String DESK = "10.0.0.7";
  private static final Actor ADMIN = new Actor.Operator("admin");

  final Ward ward;
  final Accounts accounts;
  final Settings settings;
  final Evidence evidence;
  final Alerts alerts;
  Compliance compliance;
  final Staff officer;
  private int people;

  Office(Path directory) {
    ward = Ward.open(directory);
    accounts = new Accounts(ward.store(), ward.vault(), ward.audit(), ward.clock());
    settings = new Settings(ward.store(), ward.audit(), ward.clock());
    NoteSigner signer = NoteSigner.of(Secret.copyOf(new byte[32]));
    evidence = new Evidence(ward.store(), signer::verifier);
    alerts =
        Alerts.of(
            ward.store(),
            ward.vault(),
            ward.audit(),
            settings,
            new StaffCircle(ward.vault()),
            ward.clock());
    compliance = joined(ward);
    ward.clock().set(MONDAY);
    officer = staff("Pat Nakamura, privacy officer", Role.PRIVACY);
  }

  private Compliance joined(Ward of) {
    return new Compliance(
        of.store(),
        of.vault(),
        ward.audit(),
        evidence,
        settings,
        alerts,
        accounts,
        of.patients(),
        of.ledger(),
        of.clock());
  }

  Staff nurse(String name) {
    return staff(name, Role.NURSE);
  }

  private Staff staff(String name, Role role) {
    people++;
    NewStaff person =
        new NewStaff("person" + people, name, Set.of(role), List.of(ward.desk()), "en");
    return accounts.add(person, ADMIN).staff();
  }

  /// A patient of the front desk who has texted.
  ///
  /// @return the conversation
  Id patient(String name, PhoneNumber number) {
    Id _ = ward.patients().add(ward.desk(), name, number, "en", ADMIN);
    return ward.texts(number, "hello");
  }

  /// The one patient who has the number, or the first of several.
  Id patientOf(PhoneNumber number) {
    return ward.store().read(sql -> ward.patients().holding(sql, number)).getFirst().id();
  }

  /// Another patient with a number that somebody has.
  void alsoHas(String name, PhoneNumber number) {
    Id _ = ward.patients().add(ward.desk(), name, number, "en", ADMIN);
  }

  /// More messages in a conversation, both ways.
  void fill(Id conversation, int messages, String text) {
    Archive archive = new Archive(ward);
    Instant first = ward.clock().instant();
    for (int i = 0; i < messages; i += 50) {
      int from = i;
      ward.store()
          .change(tx -> {
            for (int j = from; j < from + 50; j++) {
              Instant at = first.plusSeconds(j);
              if (j % 2 == 0) {
                archive.delivered(tx, conversation, text, at);
              } else {
                archive.received(tx, conversation, text, at, true);
              }
            }
          });
    }
  }

  /// Destroys the conversation's key, and forgets it as a start does.
  void shred(Id conversation) {
    shred("select data_key as its from conversation where id = ?", conversation);
  }

  /// Destroys the patient's key, likewise.
  void shredPatient(Id patient) {
    shred("select dek as its from patient where id = ?", patient);
  }

  private void shred(String key, Id whose) {
    ward.store()
        .change(tx -> {
          Id its = tx.one(key, row -> row.id("its"), whose).orElseThrow();
          tx.update("update dek set wrapped = null where line = ?", its);
        });
    compliance = joined(ward.again());
  }

  void looks(Staff staff, Id conversation) {
    var _ =
        ward.conversations()
            .open(new Sight(staff.teams()), conversation, staff.actor(), DESK)
            .orElseThrow();
  }

  @Override
  public void close() {
    compliance.close();
    alerts.close();
    ward.close();
  }
}
