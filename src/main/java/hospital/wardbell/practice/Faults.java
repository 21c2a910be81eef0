package hospital.wardbell.practice;

/// How often things go wrong by themselves, each from 0 (never) to 1 (always); the same seed goes
/// wrong at the same places.
///
/// @param lostFinal the network takes a SUBMIT and the modem never says so
/// @param refused `+CMS ERROR: 500` for a SUBMIT that is then not sent
/// @param urcInside an unsolicited line in the middle of an answer
/// @param garbage a line of noise before an answer
/// @param strayEcho the command line comes back although echo is off
public record Faults(
    long seed,
    double lostFinal,
    double refused,
    double urcInside,
    double garbage,
    double strayEcho) {
  public static Faults none() {
    return new Faults(0, 0, 0, 0, 0, 0);
  }

  /// Noise on the line, nothing lost: what a program must read past.
  public static Faults noisy(long seed) {
    return new Faults(seed, 0, 0, 0.3, 0.1, 0.2);
  }
}
