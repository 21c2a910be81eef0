package hospital.wardbell.identity;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Store;
import hospital.wardbell.vault.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Staff accounts and teams. Any thread.
public final class Accounts {
  /// What is known of a new person.
  public record NewStaff(
      String login, String name, Set<Role> roles, List<Id> teams, String language) {}

  public Accounts(Store store, Vault vault, Audit audit, InstantSource clock) {
    throw new IllegalStateException("not built");
  }

  /// @throws IllegalArgumentException if the login is taken or not lawful; says which
  public Enrolment add(NewStaff person, Actor by) {
    throw new IllegalStateException("not built");
  }

  public Optional<Staff> find(Id staff) {
    throw new IllegalStateException("not built");
  }

  public Optional<Staff> find(String login) {
    throw new IllegalStateException("not built");
  }

  /// The names of staff by id, for pages that show who did something.
  public Optional<String> name(Id staff) {
    throw new IllegalStateException("not built");
  }

  /// Makes a team; a conversation belongs to one.
  public Id addTeam(String name, Actor by) {
    throw new IllegalStateException("not built");
  }

  /// The team that owns what nobody else does; made with the database.
  public Id frontDesk() {
    throw new IllegalStateException("not built");
  }
}
