package hospital.wardbell.outbox;

import java.time.Instant;

/// What the network said of a SIM's credit, in its own words; they may hold the SIM's number, so
/// `toString` leaves them out.
public record Balance(String modem, String words, Instant told) {
  @Override
  public String toString() {
    return "Balance[" + modem + ", " + told + "]";
  }
}
