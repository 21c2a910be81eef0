package hospital.wardbell.practice;

/// What a practice modem does otherwise than the standards have it, as some true ones do.
///
/// @param room how many octets of a line it takes without a pause; what comes beyond is lost. 0 if
///   it takes all
/// @param lists whether a store can be listed
/// @param takesServiceCentre whether the octets that name a service centre may stand before a TPDU
/// @param firstIndex the number of the first place in a store
/// @param misplacesReports whether a stored report is announced in another place than its own
public record Habits(
    int room, boolean lists, boolean takesServiceCentre, int firstIndex, boolean misplacesReports) {
  public static Habits none() {
    return new Habits(0, true, true, 1, false);
  }

  /// A line without handshake, which loses what is written faster than the modem takes it.
  public static Habits losingBeyond(int room) {
    return new Habits(room, true, true, 1, false);
  }

  public static Habits takingTheTpduAlone() {
    return new Habits(0, true, false, 1, false);
  }

  public static Habits unlistedFrom(int firstIndex) {
    return new Habits(0, false, true, firstIndex, false);
  }

  public static Habits misplacingReports() {
    return new Habits(0, true, true, 1, true);
  }
}
