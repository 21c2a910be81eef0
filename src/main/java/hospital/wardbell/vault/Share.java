package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import hospital.wardbell.base.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One share of a recovery kit: what is printed on one page.
///
/// On paper it is 48 words in twelve rows of four. The fourth of a row is a checksum of the three
/// before and of the row's number (CRC-8), so one wrong word is always noticed, and it is known in
/// which row. The rows hold the kit's number (2 octets), how many shares are needed, the share's
/// number, and 32 octets of the share itself.
///
/// @param kit the kit's number
/// @param needed how many shares open it
/// @param number from 1
/// @param octets 32
record Share(int kit, int needed, int number, Secret octets) implements ShareReading {
  static final int WORDS = 48;
  private static final int ROW = 4;
  private static final int SECRET = 32;
  private static final int HEAD = 4;
  private static final int CRC_POLYNOMIAL = 0x07;
  private static final int PRINT = 16;
  // Numbers of rows, full stops and dashes that somebody types too.
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

  List<String> words() {
    byte[] content =
        octets.lend(secret ->
            ByteBuffer.allocate(HEAD + SECRET)
                .putShort((short) kit)
                .put((byte) needed)
                .put((byte) number)
                .put(secret)
                .array());
    List<String> words = new ArrayList<>();
    for (int i = 0; i < content.length; i++) {
      words.add(Words.of(content[i] & 0xff));
      if (words.size() % ROW == ROW - 1) {
        words.add(Words.of(checksum(words.size() / ROW, content, i - 2)));
      }
    }
    Wipe.all(content);
    return words;
  }

  /// What somebody typed from the page.
  ///
  /// @param place which of the shares that were typed it is, from 1
  static ShareReading read(String typed, int place) {
    List<String> words = BETWEEN.splitAsStream(typed).filter(word -> !word.isEmpty()).toList();
    int[] octets = new int[WORDS];
    for (int i = 0; i < Math.min(words.size(), WORDS); i++) {
      OptionalInt octet = Words.octet(words.get(i));
      if (octet.isEmpty()) {
        return new ShareMistake.NoSuchWord(place, i + 1);
      }
      octets[i] = octet.getAsInt();
    }
    if (words.size() != WORDS) {
      return new ShareMistake.WrongLength(place, words.size());
    }
    return read(octets, place);
  }

  private static ShareReading read(int[] octets, int place) {
    byte[] content = new byte[HEAD + SECRET];
    for (int row = 0; row < WORDS / ROW; row++) {
      for (int i = 0; i < ROW - 1; i++) {
        content[row * (ROW - 1) + i] = (byte) octets[row * ROW + i];
      }
      if (checksum(row, content, row * (ROW - 1)) != octets[row * ROW + ROW - 1]) {
        return new ShareMistake.DoNotFit(place, row * ROW + 1, row * ROW + ROW);
      }
    }
    ByteBuffer head = ByteBuffer.wrap(content);
    int kit = head.getShort() & 0xffff;
    int needed = head.get();
    int number = head.get();
    Secret secret = Secret.copyOf(Arrays.copyOfRange(content, HEAD, HEAD + SECRET));
    Wipe.all(content);
    return new Share(kit, needed, number, secret);
  }

  /// CRC-8 of the row's number and its three octets.
  private static int checksum(int row, byte[] content, int from) {
    int crc = crc(0, row + 1);
    for (int i = from; i < from + ROW - 1; i++) {
      crc = crc(crc, content[i] & 0xff);
    }
    return crc;
  }

  private static int crc(int before, int octet) {
    int crc = before ^ octet;
    for (int bit = 0; bit < 8; bit++) {
      crc = ((crc << 1) ^ (CRC_POLYNOMIAL & -(crc >> 7))) & 0xff;
    }
    return crc;
  }

  /// By which the keyring knows a share again. The share is as random as a key, so this tells
  /// nothing about it.
  String print() {
    byte[] content =
        octets.lend(
            secret -> ByteBuffer.allocate(SECRET + 1).put((byte) number).put(secret).array());
    byte[] digest = Sha256.of(content);
    Wipe.all(content);
    return HexFormat.of().formatHex(digest, 0, PRINT);
  }

  /// The page for the printer.
  ///
  /// @param of how many shares were printed
  String page(int of) {
    List<String> words = words();
    Stream<String> rows =
        Stream.iterate(0, first -> first < WORDS, first -> first + ROW)
            .map(first ->
                "   %2d-%-2d   %s"
                    .formatted(
                        first + 1,
                        first + ROW,
                        String.join("  ", words.subList(first, first + ROW))));
    return """
    WARDBELL RECOVERY KIT %04X

    Share %d of %d. Any %d of them open this hospital's Wardbell when its passphrase
    or its machine's key is lost. Keep this page by itself in a safe or a sealed
    envelope, away from the other shares and from the server. Do not copy it into
    a computer.

    %s

    To use it: wardbell key unlock --recovery, or the page that Wardbell shows while
    it is locked. Type the words; capitals and the numbers do not matter.
    """
        .formatted(kit, number, of, needed, String.join("\n", rows.toList()));
  }

  @Override
  public String toString() {
    return "[share %d of kit %04X]".formatted(number, kit);
  }
}
