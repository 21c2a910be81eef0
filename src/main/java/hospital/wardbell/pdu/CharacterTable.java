package hospital.wardbell.pdu;

import java.util.HashMap;
import java.util.Map;

/// 128 places, one for each septet, each with a character or empty.
final class CharacterTable {
  static final int SIZE = 128;

  /// Stands for an empty place; no alphabet has this noncharacter.
  static final char EMPTY = '\uffff';

  private final String characters;
  private final Map<Character, Byte> places = new HashMap<>();

  /// @param characters in the order of their places, [#EMPTY] where there is none
  CharacterTable(String characters) {
    if (characters.length() != SIZE) {
      throw new IllegalArgumentException("a character table has " + SIZE + " places");
    }
    this.characters = characters;
    for (int place = 0; place < SIZE; place++) {
      if (characters.charAt(place) != EMPTY) {
        places.putIfAbsent(characters.charAt(place), (byte) place);
      }
    }
  }

  /// The character at a place, or [#EMPTY].
  char at(int septet) {
    return characters.charAt(septet);
  }

  boolean has(char character) {
    return places.containsKey(character);
  }

  /// The first place of a character that the table [#has].
  byte place(char character) {
    Byte place = places.get(character);
    if (place == null) {
      throw new IllegalArgumentException("a character has no place in the table");
    }
    return place;
  }
}
