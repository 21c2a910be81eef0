package hospital.wardbell.pdu;

import java.io.ByteArrayOutputStream;

/// A seven-bit alphabet: a main table, and a second one whose characters take an escape first.
///
/// @spec https://www.3gpp.org/dynareport/23038.htm#6.2.1 3GPP TS 23.038 §6.2.1
record Gsm7(CharacterTable main, CharacterTable extension) {
  static final Gsm7 DEFAULT = load();

  private static final byte ESCAPE = 0x1b;

  /// The alphabet after the shift elements of a header, the last of each kind counting. A reserved
  /// language leaves the default.
  ///
  /// @spec https://www.3gpp.org/dynareport/23040.htm#9.2.3.24.15 3GPP TS 23.040 §9.2.3.24.15
  static Gsm7 shifted(Udh header) {
    var single = header.language(InformationElement.SINGLE_SHIFT);
    var locking = header.language(InformationElement.LOCKING_SHIFT);
    return new Gsm7(
        locking.map(NationalLanguage::locking).orElse(DEFAULT.main),
        single.map(NationalLanguage::single).orElse(DEFAULT.extension));
  }

  /// How many septets a character takes: 1, 2, or 0 if it has no place.
  int septets(char character) {
    if (main.has(character)) {
      return 1;
    }
    return extension.has(character) ? 2 : 0;
  }

  /// @throws IllegalArgumentException if a character has no place
  byte[] encode(String text) {
    var septets = new ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (main.has(character)) {
        septets.write(main.place(character));
      } else {
        septets.write(ESCAPE);
        septets.write(extension.place(character));
      }
    }
    return septets.toByteArray();
  }

  /// Every septet string is a text. What the standard gives no character is shown as it asks: an
  /// escape without meaning and an empty place as a space, an empty place of the extension as the
  /// main table's character.
  String decode(byte[] septets) {
    var text = new StringBuilder(septets.length);
    for (int at = 0; at < septets.length; at++) {
      if (septets[at] == ESCAPE && at + 1 < septets.length) {
        at++;
        text.append(escaped(septets[at]));
      } else {
        text.append(shown(septets[at]));
      }
    }
    return text.toString();
  }

  /// Whether the last septet is an escape that waits for the next one.
  static boolean endsInEscape(byte[] septets) {
    int escapes = 0;
    while (escapes < septets.length && septets[septets.length - 1 - escapes] == ESCAPE) {
      escapes++;
    }
    return escapes % 2 == 1;
  }

  private char escaped(byte septet) {
    char character = septet == ESCAPE ? ' ' : extension.at(septet);
    return character == CharacterTable.EMPTY ? shown(septet) : character;
  }

  private char shown(byte septet) {
    char character = main.at(septet);
    return character == CharacterTable.EMPTY ? ' ' : character;
  }

  private static Gsm7 load() {
    var file = new TableFile("default");
    return new Gsm7(
        new CharacterTable(file.locking().orElseThrow()),
        new CharacterTable(file.single().orElseThrow()));
  }
}
