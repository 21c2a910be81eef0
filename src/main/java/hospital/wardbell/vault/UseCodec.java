package hospital.wardbell.vault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;

/// What a key is there for, as octets in the keyring file.
final class UseCodec {
  private static final int AT_WORK = 0;
  private static final int ENDING = 1;
  private static final int FORMER = 2;

  private UseCodec() {}

  static void write(DataOutputStream out, Key.Use use) throws IOException {
    switch (use) {
      case Key.Use.AtWork() -> out.writeByte(AT_WORK);
      case Key.Use.Ending() -> out.writeByte(ENDING);
      case Key.Use.Former(Instant since) -> {
        out.writeByte(FORMER);
        out.writeLong(since.toEpochMilli());
      }
    }
  }

  /// @throws IllegalArgumentException if these are no octets of a use
  static Key.Use read(DataInputStream in) throws IOException {
    return switch (in.readUnsignedByte()) {
      case AT_WORK -> new Key.Use.AtWork();
      case ENDING -> new Key.Use.Ending();
      case FORMER -> new Key.Use.Former(Instant.ofEpochMilli(in.readLong()));
      default -> throw new IllegalArgumentException("unknown use of a key");
    };
  }
}
