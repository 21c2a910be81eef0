package hospital.wardbell.vault;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Ways as octets, as the keyring file has them.
final class WayCodec {
  private static final int CREDENTIAL = 1;
  private static final int PASSPHRASE = 2;
  private static final int RECOVERY = 3;
  private static final int PASSPHRASE_BY_PBKDF2 = 4;
  private static final int PRINT = 16;

  private WayCodec() {}

  static void write(DataOutputStream out, Way way) throws IOException {
    switch (way.means()) {
      case Means.Credential() -> out.writeByte(CREDENTIAL);
      case Means.Passphrase(Stretch.Argon2id stretch) -> {
        out.writeByte(PASSPHRASE);
        out.write(HexFormat.of().parseHex(stretch.salt()));
        out.writeInt(stretch.kibibytes());
        out.writeByte(stretch.passes());
        out.writeByte(stretch.lanes());
      }
      case Means.Passphrase(Stretch.ByPbkdf2 stretch) -> {
        out.writeByte(PASSPHRASE_BY_PBKDF2);
        out.write(HexFormat.of().parseHex(stretch.salt()));
        out.writeInt(stretch.iterations());
      }
      case Means.Recovery(Kit kit) -> {
        out.writeByte(RECOVERY);
        out.writeShort(kit.number());
        out.writeByte(kit.needed());
        out.writeByte(kit.shares());
        for (String print : kit.prints()) {
          out.write(HexFormat.of().parseHex(print));
        }
      }
    }
    out.writeLong(way.made().toEpochMilli());
    out.writeBoolean(way.isProven());
    out.write(way.wrapped());
  }

  /// @throws IllegalArgumentException if these are no octets of a way
  static Way read(DataInputStream in) throws IOException {
    Means means = means(in);
    Instant made = Instant.ofEpochMilli(in.readLong());
    return new Way(means, made, in.readBoolean(), in.readNBytes(Way.WRAPPED));
  }

  /// A way of a keyring of the first form, which had no times.
  static Way readFirstForm(DataInputStream in) throws IOException {
    return new Way(means(in), Instant.EPOCH, true, in.readNBytes(Way.WRAPPED));
  }

  private static Means means(DataInputStream in) throws IOException {
    return switch (in.readUnsignedByte()) {
      case CREDENTIAL -> new Means.Credential();
      case PASSPHRASE ->
          new Means.Passphrase(
              new Stretch.Argon2id(
                  salt(in), in.readInt(), in.readUnsignedByte(), in.readUnsignedByte()));
      case PASSPHRASE_BY_PBKDF2 ->
          new Means.Passphrase(new Stretch.ByPbkdf2(salt(in), in.readInt()));
      case RECOVERY -> new Means.Recovery(kit(in));
      default -> throw new IllegalArgumentException("unknown way to unlock");
    };
  }

  private static String salt(DataInputStream in) throws IOException {
    return HexFormat.of().formatHex(in.readNBytes(Stretch.SALT));
  }

  private static Kit kit(DataInputStream in) throws IOException {
    int number = in.readUnsignedShort();
    int needed = in.readUnsignedByte();
    int shares = in.readUnsignedByte();
    List<String> prints = new ArrayList<>();
    for (int i = 0; i < shares; i++) {
      prints.add(HexFormat.of().formatHex(in.readNBytes(PRINT)));
    }
    return new Kit(number, needed, prints);
  }
}
