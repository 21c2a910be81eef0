package hospital.wardbell.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// What an accounting of disclosures holds.
///
/// @param since the first day that it covers
record AccountingHead(
    String hospital,
    ZoneId zone,
    Instant made,
    Request request,
    String name,
    String language,
    LocalDate since,
    List<Disclosure> disclosures) {
  AccountingHead {
    disclosures = List.copyOf(disclosures);
  }

  @Override
  public String toString() {
    return "AccountingHead[" + request.id() + "]";
  }
}
