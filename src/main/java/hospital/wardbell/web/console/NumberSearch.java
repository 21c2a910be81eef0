package hospital.wardbell.web.console;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.compliance.Watched;
import hospital.wardbell.web.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Patients by the number that the privacy officer typed into a form. That they were looked for is
/// on record.
record NumberSearch(Function<String, Optional<PhoneNumber>> numbers, Watched watched) {
  /// Those who have the number in the field `number`; none if it is no number.
  List<Watched.Person> found(Request request) {
    return numbers
        .apply(request.field("number"))
        .map(number -> watched.holding(number, request.signedIn().staff(), request.origin()))
        .orElse(List.of());
  }
}
