package hospital.wardbell.identity;

import hospital.wardbell.alert.People;
import hospital.wardbell.alert.Reader;
import hospital.wardbell.base.Id;
import hospital.wardbell.store.Sql;
import hospital.wardbell.vault.Vault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The staff, as those who are told of alerts: whoever may not come in is not.
public final class StaffCircle implements People {
  private final StaffTable table;

  public StaffCircle(Vault vault) {
    this.table = new StaffTable(vault);
  }

  @Override
  public List<Person> with(Sql sql, String role) {
    return sql
        .list(
            "select staff from staff_role where role = ? order by staff",
            row -> row.id("staff"),
            role)
        .stream()
        .filter(staff -> StandingTable.mayEnter(sql, staff))
        .flatMap(staff -> find(sql, staff).stream())
        .toList();
  }

  @Override
  public Optional<Person> find(Sql sql, Id staff) {
    return table
        .find(sql, staff)
        .filter(found -> StandingTable.mayEnter(sql, found.id()))
        .map(found -> new Person(found.id(), found.language()));
  }

  /// Somebody of the staff as who reads alerts.
  public static Reader reader(Staff staff) {
    return new Reader(
        staff.id(), staff.roles().stream().map(Role::name).collect(Collectors.toSet()));
  }
}
