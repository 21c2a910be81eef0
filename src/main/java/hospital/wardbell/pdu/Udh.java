package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// TP-UDH: the information elements before the text, in order, unknown ones kept. Where an element
/// may not be repeated, the last one counts.
///
/// @param elements at most 139 octets together
/// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24 3GPP TS 23.040 §9.2.3.24
public record Udh(List<InformationElement> elements) {
  public static final Udh NONE = new Udh(List.of());

  private static final int MOST_OCTETS = 139;

  public Udh {
    elements = List.copyOf(elements);
    Rules.require(size(elements) <= MOST_OCTETS, "a user data header is too long");
  }

  public static Udh of(InformationElement... elements) {
    return new Udh(List.of(elements));
  }

  /// The header at the start of user data. An element that does not fit ends it; what is left of
  /// its length is passed over.
  ///
  /// @param octets at least as many as the header says it has
  static Udh in(byte[] octets) {
    int end = length(octets);
    var elements = new ArrayList<InformationElement>();
    int at = 1;
    while (at + 2 <= end && at + 2 + Byte.toUnsignedInt(octets[at + 1]) <= end) {
      int data = at + 2;
      at = data + Byte.toUnsignedInt(octets[at + 1]);
      elements.add(
          InformationElement.of(
              Byte.toUnsignedInt(octets[data - 2]), Arrays.copyOfRange(octets, data, at)));
    }
    return new Udh(elements);
  }

  /// How many octets a header at the start of user data takes, its own length octet included.
  static int length(byte[] octets) {
    return 1 + Byte.toUnsignedInt(octets[0]);
  }

  boolean isEmpty() {
    return elements.isEmpty();
  }

  /// The octets on the wire, length first; none at all if there is no element.
  byte[] octets() {
    var out = new ByteArrayOutputStream();
    if (!isEmpty()) {
      out.write(size(elements));
    }
    for (InformationElement element : elements) {
      out.write(element.identifier());
      out.write(element.size() - 2);
      out.writeBytes(element.octets());
    }
    return out.toByteArray();
  }

  /// The last lawful concatenation element (00 or 08); unlawful ones are as if not there.
  public Optional<Concatenation> concatenation() {
    return last(Concatenation::in);
  }

  /// The last lawful port element (04 or 05).
  public Optional<Ports> ports() {
    return last(Ports::in);
  }

  /// The last lawful element that says what waits (01).
  Optional<WaitingIndication> indication() {
    return last(WaitingIndication::in);
  }

  /// Whether an element is for the SIM's own programs (70 to 7F).
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.7 3GPP TS 23.040 §9.2.3.24.7
  public boolean isForSim() {
    return elements.stream().anyMatch(e -> e.identifier() >> 4 == 0x7);
  }

  /// The language that the last element of an identifier names.
  Optional<NationalLanguage> language(int identifier) {
    return last(element -> Optional.of(element).filter(e -> e.identifier() == identifier))
        .map(InformationElement::octets)
        .filter(octets -> octets.length == 1)
        .flatMap(octets -> NationalLanguage.of(Byte.toUnsignedInt(octets[0])));
  }

  private static int size(List<InformationElement> elements) {
    return elements.stream().mapToInt(InformationElement::size).sum();
  }

  private <T> Optional<T> last(Function<InformationElement, Optional<T>> reading) {
    return elements.reversed().stream().map(reading).flatMap(Optional::stream).findFirst();
  }
}
