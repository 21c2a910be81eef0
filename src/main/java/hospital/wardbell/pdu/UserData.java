package hospital.wardbell.pdu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/// TP-UD: an optional header and the coded text or octets behind it, 140 octets at most together.
///
/// @param units TP-UDL's count: septets with header for GSM7, else octets with header
/// @param octets TP-UD as on the wire, header included; treat as unchangeable
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24 3GPP TS 23.040 §9.2.3.24
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record UserData(Udh header, int units, byte[] octets) {
  static final int MOST_OCTETS = 140;

  public UserData {
    Rules.require(octets.length <= MOST_OCTETS, "user data is longer than 140 octets");
    Rules.between(0, units, Septets.whole(MOST_OCTETS), "TP-UDL");
    if (!header.isEmpty()) {
      Rules.require(holdsHeader(octets), "user data is shorter than its header");
      Rules.require(header.equals(Udh.in(octets)), "a header that its octets do not say");
    }
  }

  /// User data of a text, in the alphabet that the coding names and the header shifts.
  ///
  /// @throws IllegalArgumentException if it is too long, or a character has no place in the
  ///   alphabet
  public static UserData of(Udh header, String text, DataCoding coding) {
    return switch (coding.alphabet()) {
      case GSM7 -> ofSeptets(header, Gsm7.shifted(header).encode(text));
      case UCS2 -> ofOctets(header, Ucs2.encode(text));
      case OCTETS -> {
        Rules.require(ISO_8859_1.newEncoder().canEncode(text), "a text of octets is in Latin-1");
        yield ofOctets(header, text.getBytes(ISO_8859_1));
      }
    };
  }

  /// User data of eight-bit data.
  ///
  /// @throws IllegalArgumentException if it is too long
  public static UserData ofOctets(Udh header, byte[] data) {
    var out = new ByteArrayOutputStream(MOST_OCTETS);
    out.writeBytes(header.octets());
    out.writeBytes(data);
    return new UserData(header, out.size(), out.toByteArray());
  }

  private static UserData ofSeptets(Udh header, byte[] text) {
    byte[] head = header.octets();
    int first = Septets.covering(head.length);
    int units = first + text.length;
    byte[] octets = Arrays.copyOf(head, Septets.octets(units));
    Septets.pack(text, octets, first);
    return new UserData(header, units, octets);
  }

  /// A header without elements says nothing and is left out, since a record has no other way to say
  /// that it is there.
  static UserData read(Octets in, DataCoding coding, boolean headed) {
    int units = in.next();
    boolean packed = coding.alphabet() == DataCoding.Alphabet.GSM7;
    byte[] octets = in.take(packed ? Septets.octets(units) : units);
    if (!headed) {
      return new UserData(Udh.NONE, units, octets);
    }
    if (!holdsHeader(octets)) {
      throw new MalformedPdu("user data is shorter than its header");
    }
    Udh header = Udh.in(octets);
    if (!header.isEmpty()) {
      return new UserData(header, units, octets);
    }
    return packed
        ? ofSeptets(Udh.NONE, septetsBehind(Udh.length(octets), units, octets))
        : ofOctets(Udh.NONE, Arrays.copyOfRange(octets, Udh.length(octets), octets.length));
  }

  void write(ByteArrayOutputStream out) {
    out.write(units);
    out.writeBytes(octets);
  }

  /// Refuses user data whose length is not what the coding makes of its units.
  void check(DataCoding coding) {
    boolean packed = coding.alphabet() == DataCoding.Alphabet.GSM7;
    Rules.require(
        octets.length == (packed ? Septets.octets(units) : units),
        "TP-UDL and the length of user data contradict each other");
    Rules.require(
        !packed || Septets.covering(headerOctets()) <= units, "TP-UDL is shorter than the header");
  }

  /// The text; shift tables named in the header are applied. For 8-bit data, Latin-1.
  ///
  /// @throws MalformedPdu if header and length contradict each other
  public String text(DataCoding coding) {
    return switch (coding.alphabet()) {
      case GSM7 -> Gsm7.shifted(header).decode(septets());
      case UCS2 -> Ucs2.mend(Ucs2.decode(data()));
      case OCTETS -> new String(data(), ISO_8859_1);
    };
  }

  /// What is behind the header, as octets.
  public byte[] data() {
    return Arrays.copyOfRange(octets, headerOctets(), octets.length);
  }

  /// What is behind the header, as septets.
  byte[] septets() {
    return septetsBehind(headerOctets(), units, octets);
  }

  /// Which part of a longer text this is, if the header says so lawfully.
  public Optional<Concatenation> concatenation() {
    return header.concatenation();
  }

  private int headerOctets() {
    return header.isEmpty() ? 0 : Udh.length(octets);
  }

  private static boolean holdsHeader(byte[] octets) {
    return octets.length > 0 && Udh.length(octets) <= octets.length;
  }

  private static byte[] septetsBehind(int headerOctets, int units, byte[] octets) {
    int first = Septets.covering(headerOctets);
    if (first > units || Septets.octets(units) > octets.length) {
      throw new MalformedPdu("TP-UDL and the header contradict each other");
    }
    return Septets.unpack(octets, first, units - first);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserData(var itsHeader, var itsUnits, var itsOctets)
        && header.equals(itsHeader)
        && units == itsUnits
        && Arrays.equals(octets, itsOctets);
  }

  @Override
  public int hashCode() {
    return 31 * units + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "UserData[" + header + ", " + octets.length + " octets]";
  }
}
