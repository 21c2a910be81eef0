package hospital.wardbell.pdu;

import java.util.Optional;

/// What a modem takes after `AT+CMGS` and gives after `+CMGR`, `+CMGL`, `+CMT` and `+CDS`: a
/// service centre address, perhaps absent, and a TPDU.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.3 3GPP TS 27.005 §4.3
public record Pdu(Optional<Address> serviceCentre, Tpdu tpdu) {
  /// Which way the PDU travels; the same message type bits mean different TPDUs each way.
  public enum Way {
    /// From the network to the mobile: DELIVER, STATUS-REPORT.
    TO_MOBILE,
    /// From the mobile to the network: SUBMIT.
    FROM_MOBILE
  }

  /// @param hex hexadecimal digits of either case, nothing else
  /// @throws MalformedPdu if they are not, or no such PDU is written so
  public static Pdu read(String hex, Way way) {
    throw new IllegalStateException("not built");
  }

  /// Upper-case hexadecimal digits, service centre length first.
  public String hex() {
    throw new IllegalStateException("not built");
  }

  /// The TPDU's length in octets, without the service centre address: `AT+CMGS`'s argument.
  public int tpduOctets() {
    throw new IllegalStateException("not built");
  }
}
