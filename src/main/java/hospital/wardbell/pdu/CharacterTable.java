package hospital.wardbell.pdu;

/// 128 places, one for each septet, each with a character or empty.
///
/// @param characters in the order of their places, [#EMPTY] where there is none
record CharacterTable(String characters) {
  static final int SIZE = 128;

  /// Stands for an empty place; no alphabet has this noncharacter.
  static final char EMPTY = '\uffff';

  CharacterTable {
    Rules.require(characters.length() == SIZE, "a character table has 128 places");
  }

  /// The character at a place, or [#EMPTY].
  char at(int septet) {
    return characters.charAt(septet);
  }

  boolean has(char character) {
    return character != EMPTY && characters.indexOf(character) >= 0;
  }

  /// The first place of a character.
  ///
  /// @throws IllegalArgumentException if it has none
  byte place(char character) {
    Rules.require(has(character), "a character has no place in the alphabet");
    return (byte) characters.indexOf(character);
  }
}
