package hospital.wardbell.practice;

import java.time.Duration;
import java.time.Instant;

/// One thing that truly happened at the practice modem. Texts and numbers are practice data, and
/// even so stay out of `toString`.
///
/// A *fingerprint* is the first 16 hexadecimal digits of a TPDU's SHA-256, service centre left out.
public sealed interface JournalEntry {
  Instant at();

  /// A command was carried out.
  record Command(Instant at, String name) implements JournalEntry {}

  /// The network took a SUBMIT.
  ///
  /// @param reference the TP-MR that the modem gave it
  /// @param octets the TPDU's length
  /// @param text of this segment alone
  record Submitted(
      Instant at,
      int reference,
      String destination,
      String fingerprint,
      int octets,
      boolean reportWanted,
      String text)
      implements JournalEntry {
    @Override
    public String toString() {
      return "Submitted[" + at + ", " + reference + ", " + fingerprint + "]";
    }
  }

  /// The network's yes to a SUBMIT is with the program, to the last octet.
  ///
  /// @param planned what the modem was set to take for both halves of the exchange: command,
  ///   prompt, line and network
  /// @param held what it truly took, from the last octet in to the last octet out of each half
  /// @param spent what the modem has truly taken for everything since its start: this and all other
  ///   exchanges, and what it said unasked between them
  record Answered(Instant at, int reference, Duration planned, Duration held, Duration spent)
      implements JournalEntry {}

  /// The network has a DELIVER for the modem.
  record Arrived(Instant at, String originator, String fingerprint, String text)
      implements JournalEntry {
    @Override
    public String toString() {
      return "Arrived[" + at + ", " + fingerprint + "]";
    }
  }

  /// The network has a STATUS-REPORT for the modem.
  ///
  /// @param status TP-ST
  record Reported(Instant at, int reference, int status, String fingerprint)
      implements JournalEntry {}

  /// A DELIVER or STATUS-REPORT is in a memory.
  record Stored(Instant at, Place place, String fingerprint) implements JournalEntry {}

  /// `+CMTI` or `+CDSI` is with the program, to the last octet.
  record Announced(Instant at, Place place, String fingerprint) implements JournalEntry {}

  /// `+CMT` or `+CDS` is with the program, to the last octet.
  record Handed(Instant at, String fingerprint) implements JournalEntry {}

  /// The program acknowledged by `+CNMA` what it was handed.
  record Acknowledged(Instant at, String fingerprint) implements JournalEntry {}

  /// No acknowledgement came of what was handed; the network will bring it again.
  record Unacknowledged(Instant at, String fingerprint) implements JournalEntry {}

  /// The program listed or read a stored message.
  record Read(Instant at, Place place, String fingerprint) implements JournalEntry {}

  record Deleted(Instant at, Place place, String fingerprint) implements JournalEntry {}

  /// A program opened the device and wrote to it, or closed it.
  record Attached(Instant at, boolean on) implements JournalEntry {}

  /// The modem was plugged in or unplugged.
  record Plugged(Instant at, boolean in) implements JournalEntry {}

  /// Something went wrong with the modem, as it was told to or by its luck.
  record Suffered(Instant at, Mishap mishap) implements JournalEntry {}

  /// What can go wrong with a modem that stays plugged in.
  enum Mishap {
    /// The network took a SUBMIT, and the modem did not say so.
    LOST_FINAL,
    /// A SUBMIT was refused without reaching the network.
    REFUSED,
    /// An unsolicited line stood in the middle of an answer.
    URC_INSIDE,
    /// A line of noise stood before an answer.
    GARBAGE,
    /// A command line came back.
    STRAY_ECHO,
    /// The modem fell deaf.
    DEAF,
    /// The network went out of reach.
    NO_COVERAGE
  }

  /// A place in a memory.
  ///
  /// @param memory `SM`, `ME` or `SR`
  record Place(String memory, int index) {}
}
