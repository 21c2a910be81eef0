package hospital.wardbell.pdu;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.base.Remote;
import hospital.wardbell.base.SenderName;
import hospital.wardbell.base.ShortCode;
import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/// TP-DA, TP-OA or TP-RA: type of number, numbering plan and value.
///
/// @param numberingPlan 0 to 15; 1 is the telephone network's
/// @param value up to 20 digits (also `*#abc`, without a +), or up to 11 septets of characters of
///   the default alphabet if the type is alphanumeric; empty if withheld
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.1.2.5 3GPP TS 23.040 §9.1.2.5
public record Address(TypeOfNumber type, int numberingPlan, String value) {
  private static final int TELEPHONE = 1;
  private static final int MOST_DIGITS = 20;
  private static final int MOST_SEPTETS = 11;
  private static final int TYPE_IS_PRESENT = 0x80;
  private static final Pattern E164_DIGITS = Pattern.compile("[1-9][0-9]{6,14}");

  /// @throws IllegalArgumentException if the value cannot be written; it is not in the message
  public Address {
    Rules.between(0, numberingPlan, 15, "an address's numbering plan");
    if (type == TypeOfNumber.ALPHANUMERIC) {
      Rules.require(
          Gsm7.DEFAULT.encode(value).length <= MOST_SEPTETS, "an alphanumeric address is too long");
    } else {
      Rules.require(value.length() <= MOST_DIGITS, "an address has at most 20 digits");
      Rules.require(SemiOctets.canWrite(value), "an address is of digits only");
    }
  }

  /// The address of a remote; an E.164 number becomes international in the ISDN plan.
  ///
  /// @throws IllegalArgumentException if a sender's name cannot be written in the default alphabet
  public static Address of(Remote remote) {
    return switch (remote) {
      case PhoneNumber number ->
          new Address(TypeOfNumber.INTERNATIONAL, TELEPHONE, number.e164().substring(1));
      case ShortCode code -> new Address(TypeOfNumber.UNKNOWN, TELEPHONE, code.digits());
      case SenderName sender -> new Address(TypeOfNumber.ALPHANUMERIC, 0, sender.name());
    };
  }

  /// The remote it names: international becomes a phone number where it has E.164's shape, an
  /// alphanumeric or withheld one a sender's name, everything else a short code.
  public Remote remote() {
    if (type == TypeOfNumber.ALPHANUMERIC || value.isEmpty()) {
      return new SenderName(value);
    }
    return type == TypeOfNumber.INTERNATIONAL && E164_DIGITS.matcher(value).matches()
        ? new PhoneNumber("+" + value)
        : new ShortCode(value);
  }

  static Address read(Octets in) {
    int semiOctets = in.next();
    int typeAndPlan = in.next();
    if (semiOctets > MOST_DIGITS) {
      throw new MalformedPdu("an address is longer than 20 semi-octets");
    }
    String value =
        type(typeAndPlan) == TypeOfNumber.ALPHANUMERIC
            ? characters(in.take(SemiOctets.octets(semiOctets)), semiOctets)
            : SemiOctets.read(in, semiOctets);
    return new Address(type(typeAndPlan), typeAndPlan & 0x0f, value);
  }

  void write(ByteArrayOutputStream out) {
    if (type == TypeOfNumber.ALPHANUMERIC) {
      byte[] septets = Gsm7.DEFAULT.encode(value);
      byte[] octets = new byte[Septets.octets(septets.length)];
      Septets.pack(septets, octets, 0);
      out.write((7 * septets.length + 3) / 4);
      out.write(typeAndPlan());
      out.writeBytes(octets);
    } else {
      out.write(value.length());
      out.write(typeAndPlan());
      SemiOctets.write(value, out);
    }
  }

  /// The service centre's address, whose length counts octets after it, its type included.
  ///
  /// @spec https://www.3gpp.org/dynareport/24011.htm#8.2.5.2 3GPP TS 24.011 §8.2.5.2
  static Address readServiceCentre(Octets in, int length) {
    int typeAndPlan = in.next();
    if (type(typeAndPlan) == TypeOfNumber.ALPHANUMERIC) {
      throw new MalformedPdu("the service centre's address is alphanumeric");
    }
    String digits = SemiOctets.readWhole(in, length - 1);
    return new Address(type(typeAndPlan), typeAndPlan & 0x0f, digits);
  }

  void writeServiceCentre(ByteArrayOutputStream out) {
    out.write(1 + SemiOctets.octets(value.length()));
    out.write(typeAndPlan());
    SemiOctets.write(value, out);
  }

  private static TypeOfNumber type(int octet) {
    return TypeOfNumber.of(octet >> 4 & 0x07);
  }

  private static String characters(byte[] octets, int semiOctets) {
    return Gsm7.DEFAULT.decode(Septets.unpack(octets, 0, 4 * semiOctets / 7));
  }

  private int typeAndPlan() {
    return TYPE_IS_PRESENT | type.bits() << 4 | numberingPlan;
  }

  @Override
  public String toString() {
    return type + " " + Remote.masked(value);
  }
}
