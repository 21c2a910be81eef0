package hospital.wardbell.practice;

/// How a program has set the terminal that it opened, as a UART at the other end would have to be.
///
/// @param speed in baud; 0 if it is none that is known here
/// @param handshake whether RTS and CTS are heeded
public record Terminal(int speed, int dataBits, boolean parity, int stopBits, boolean handshake) {
  private static final int SPEED = 0x100f;
  private static final int DATA_BITS = 0x30;
  private static final int TWO_STOP_BITS = 0x40;
  private static final int PARITY = 0x100;
  private static final int HANDSHAKE = 0x8000_0000;

  /// @param flags `c_cflag` of a Linux `termios`
  static Terminal of(int flags) {
    return new Terminal(
        switch (flags & SPEED) {
          case 0x0d -> 9_600;
          case 0x0e -> 19_200;
          case 0x0f -> 38_400;
          case 0x1001 -> 57_600;
          case 0x1002 -> 115_200;
          case 0x1003 -> 230_400;
          case 0x1004 -> 460_800;
          case 0x1007 -> 921_600;
          default -> 0;
        },
        5 + (flags & DATA_BITS) / 0x10,
        (flags & PARITY) != 0,
        (flags & TWO_STOP_BITS) != 0 ? 2 : 1,
        (flags & HANDSHAKE) != 0);
  }
}
