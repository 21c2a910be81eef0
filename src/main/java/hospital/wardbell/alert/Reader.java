package hospital.wardbell.alert;

import hospital.wardbell.base.Id;
import java.util.Set;

/// Somebody of the staff who may have to know.
///
/// @param roles by the names that [Kind#circles] has
public record Reader(Id staff, Set<String> roles) {
  public Reader {
    roles = Set.copyOf(roles);
  }
}
