package hospital.wardbell.compliance;

import hospital.wardbell.base.Id;
import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Transcripts.Talk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What a copy of a patient's record holds besides the messages.
///
/// @param hospital what it is called
/// @param made when the copy was made
/// @param teams what the teams are called
/// @param left how many conversations with shared telephones are another's, as a person decided
record RecordHead(
    String hospital,
    ZoneId zone,
    Instant made,
    Request request,
    String name,
    String language,
    List<PhoneNumber> numbers,
    Map<PhoneNumber, List<Ledger.Said>> consent,
    List<Talk> talks,
    Map<Id, String> teams,
    int left) {
  RecordHead {
    numbers = List.copyOf(numbers);
    consent = Map.copyOf(consent);
    talks = List.copyOf(talks);
    teams = Map.copyOf(teams);
  }

  @Override
  public String toString() {
    return "RecordHead[" + request.id() + "]";
  }
}
