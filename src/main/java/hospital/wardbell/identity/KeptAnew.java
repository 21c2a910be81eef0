package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.Secret;
import hospital.wardbell.store.Store;
import java.util.Optional;

/// Passwords that were kept with other parameters than the present ones, kept anew when they are at
/// hand; only right ones are.
record KeptAnew(Store store, Passwords passwords) {
  /// @param password the person's, as was just shown
  void keep(Id staff, Secret password) {
    store
        .read(sql ->
            ElsewhereTable.isOne(sql, staff)
                ? Optional.<String>empty()
                : StaffTable.password(sql, staff))
        .filter(kept -> !Passwords.isPresent(kept))
        .ifPresent(kept -> {
          String anew = passwords.stretch(password);
          store.change(tx -> StaffTable.password(tx, staff, kept, anew));
        });
  }
}
