package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/// What a modem takes after `AT+CMGS` and gives after `+CMGR`, `+CMGL`, `+CMT` and `+CDS`: a
/// service centre address, perhaps absent, and a TPDU.
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.3 3GPP TS 27.005 §4.3
public record Pdu(Optional<Address> serviceCentre, Tpdu tpdu) {
  /// The most octets a PDU may have: 12 of the service centre's address and 164 of a TPDU.
  public static final int MOST_OCTETS = 176;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// Which way the PDU travels; the same message type bits mean different TPDUs each way.
  public enum Way {
    /// From the network to the mobile: DELIVER, STATUS-REPORT.
    TO_MOBILE,
    /// From the mobile to the network: SUBMIT.
    FROM_MOBILE
  }

  public Pdu {
    Rules.require(
        serviceCentre.map(Address::type).filter(TypeOfNumber.ALPHANUMERIC::equals).isEmpty(),
        "a service centre's address is of digits");
  }

  /// Octets after the TPDU are passed over: some modems hand out a whole record of the SIM.
  ///
  /// @param hex hexadecimal digits of either case, nothing else
  /// @throws MalformedPdu if they are not, or no such PDU is written so
  public static Pdu read(String hex, Way way) {
    if (hex.length() > 2 * MOST_OCTETS) {
      throw new MalformedPdu("the PDU is longer than " + MOST_OCTETS + " octets");
    }
    var in = new Octets(octets(hex));
    try {
      Optional<Address> serviceCentre = readServiceCentre(in);
      return new Pdu(serviceCentre, readTpdu(new FirstOctet(in.next()), in, way));
    } catch (IllegalArgumentException e) {
      // A record's own rule; its words repeat nothing of the PDU.
      throw new MalformedPdu(String.valueOf(e.getMessage()));
    }
  }

  /// Upper-case hexadecimal digits, service centre length first.
  public String hex() {
    var out = new ByteArrayOutputStream(MOST_OCTETS);
    serviceCentre.ifPresentOrElse(address -> address.writeServiceCentre(out), () -> out.write(0));
    out.writeBytes(tpduBytes());
    return HEX.formatHex(out.toByteArray());
  }

  /// The TPDU's length in octets, without the service centre address: `AT+CMGS`'s argument.
  public int tpduOctets() {
    return tpduBytes().length;
  }

  private static byte[] octets(String hex) {
    try {
      return HEX.parseHex(hex);
    } catch (IllegalArgumentException _) {
      throw new MalformedPdu("the PDU is not in pairs of hexadecimal digits");
    }
  }

  private static Optional<Address> readServiceCentre(Octets in) {
    int length = in.next();
    return length == 0 ? Optional.empty() : Optional.of(Address.readServiceCentre(in, length));
  }

  /// A reserved type from the network is treated as a DELIVER.
  private static Tpdu readTpdu(FirstOctet first, Octets in, Way way) {
    return switch (way) {
      case FROM_MOBILE -> {
        if (first.type() != FirstOctet.SUBMIT) {
          throw new MalformedPdu("a TPDU from a mobile that is no SUBMIT");
        }
        yield SubmitTpdu.read(first, in);
      }
      case TO_MOBILE ->
          switch (first.type()) {
            case FirstOctet.SUBMIT -> throw new MalformedPdu("a report on a SUBMIT is no text");
            case FirstOctet.STATUS_REPORT -> StatusReportTpdu.read(first, in);
            default -> DeliverTpdu.read(first, in);
          };
    };
  }

  private byte[] tpduBytes() {
    var out = new ByteArrayOutputStream(MOST_OCTETS);
    switch (tpdu) {
      case SubmitTpdu submit -> submit.write(out);
      case DeliverTpdu deliver -> deliver.write(out);
      case StatusReportTpdu report -> report.write(out);
    }
    return out.toByteArray();
  }
}
