package hospital.wardbell.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hospital.wardbell.Until;
import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.Secret;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import hospital.wardbell.identity.Accounts;
import hospital.wardbell.identity.Sight;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatientsTest {
  private static final Actor ADMIN = new Actor.Operator("admin");

  private Keyring keyring;
  private Store store;
  private Vault vault;
  private Audit audit;
  private Patients patients;
  private Id team;

  @BeforeAll
  void open(@TempDir Path directory) {
    Unlock unlock = new Unlock.Credential(Secret.copyOf(new byte[32]));
    keyring = Keyring.create(directory.resolve("keyring"), unlock);
    store = Store.open(directory.resolve("database"), keyring.databaseKey());
    vault = new Vault(keyring);
    audit = new Audit(store, InstantSource.system());
    team = new Accounts(store, vault, audit, InstantSource.system()).frontDesk();
    patients = new Patients(store, vault, audit, InstantSource.system());
  }

  @AfterAll
  void close() {
    store.close();
    keyring.close();
  }

  @Test
  void a_patient_is_found_by_the_exact_number() {
    PhoneNumber number = new PhoneNumber("+12025550123");

    Id id = patients.add(team, " Rosa Martínez ", number, "es", ADMIN);

    assertThat(holding(number))
        .containsExactly(new Patient(id, team, "Rosa Martínez", number, "es"));
    assertThat(holding(new PhoneNumber("+12025550124"))).isEmpty();
  }

  @Test
  void several_may_share_a_telephone() {
    PhoneNumber shared = new PhoneNumber("+12025550145");
    Id mother = patients.add(team, "Ana Ortiz", shared, "en", ADMIN);
    Id child = patients.add(team, "Leo Ortiz", shared, "en", ADMIN);

    assertThat(holding(shared)).extracting(Patient::id).containsExactlyInAnyOrder(mother, child);
  }

  @Test
  void names_are_found_at_once_when_added_and_again_after_a_start() throws Exception {
    Id id = patients.add(team, "Zoë Quux", new PhoneNumber("+12025550177"), "en", ADMIN);
    Sight sight = new Sight(List.of(team));
    assertThat(find(patients, sight)).containsExactly(id);

    try (Patients again = new Patients(store, vault, audit, InstantSource.system())) {
      assertThat(again.find(sight, "zoe", 50, ADMIN, "here").isWhole()).isFalse();
      again.start();
      Until.so(
          "all names are read",
          Duration.ofSeconds(20),
          () -> again.find(sight, "none", 50, ADMIN, "here").isWhole());

      assertThat(find(again, sight)).containsExactly(id);
    }
  }

  private static List<Id> find(Patients patients, Sight sight) {
    return patients.find(sight, "quux 0177", 50, ADMIN, "here").patients().stream()
        .map(Patient::id)
        .toList();
  }

  @Test
  void short_codes_and_sender_names_are_nobodys() {
    assertThat(holding(new ShortCode("12345"))).isEmpty();
    assertThat(holding(new SenderName("Pharmacy"))).isEmpty();
  }

  @Test
  void neither_name_nor_number_is_kept_in_the_clear_or_printed() {
    PhoneNumber number = new PhoneNumber("+12025550167");
    Id id = patients.add(team, "Rosa Quintana", number, "es", ADMIN);

    assertThat(kept("select name as octets from patient where id = ?", id))
        .doesNotContain("Quintana");
    assertThat(kept("select number as octets from patient_number where patient = ?", id))
        .doesNotContain("5550167");
    assertThat(kept("select number_index as octets from patient_number where patient = ?", id))
        .doesNotContain("5550167");
    assertThat(holding(number).toString()).doesNotContain("Quintana", "555");
    assertThat(entriesAbout(id))
        .singleElement()
        .asString()
        .contains("patient.added")
        .doesNotContain("Quintana", "555");
  }

  @Test
  void a_patient_needs_a_name_and_a_language() {
    PhoneNumber number = new PhoneNumber("+12025550189");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> patients.add(team, " ", number, "en", ADMIN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patients.add(team, "Rosa", number, "Spanish", ADMIN));
    assertThat(holding(number)).isEmpty();
  }

  private List<Patient> holding(Remote remote) {
    return store.read(sql -> patients.holding(sql, remote));
  }

  private String kept(String query, Id patient) {
    byte[] octets =
        store.read(sql -> sql.one(query, row -> row.bytes("octets"), patient)).orElseThrow();
    return new String(octets, StandardCharsets.ISO_8859_1);
  }

  private List<String> entriesAbout(Id patient) {
    return store
        .read(sql -> sql.list("select entry from audit_entry", r -> r.text("entry")))
        .stream()
        .filter(entry -> entry.contains(vault.pseudonym(patient)))
        .toList();
  }
}
