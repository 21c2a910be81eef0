package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/// Seals whatever is written to it, chunk by chunk. What it has written is whole only once
/// [#finish] has returned; closed without it, it lacks its end and is refused by [SealedInput].
///
/// One thread.
public final class SealedOutput extends OutputStream {
  private final OutputStream out;
  private final Chunks chunks;
  private final byte[] plain = new byte[Chunks.PLAIN];
  private final byte[] sealed = new byte[Chunks.PLAIN + Chunks.TAG];
  private int filled;
  private boolean finished;

  /// @param key used for this stream and no other
  /// @param bound what the reader must name too, such as the digest of a header
  /// @param out stays the caller's to close
  public SealedOutput(OutputStream out, Secret key, byte[] bound) {
    this.out = out;
    this.chunks = new Chunks(key, bound);
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, octets.length);
    if (finished) {
      throw new IllegalStateException("the stream has been finished");
    }
    int at = offset;
    int left = length;
    while (left > 0) {
      if (filled == plain.length) { // only now is it sure that it is not the last
        seal(false);
      }
      int now = Math.min(left, plain.length - filled);
      System.arraycopy(octets, at, plain, filled, now);
      filled += now;
      at += now;
      left -= now;
    }
  }

  /// Writes the last chunk.
  public void finish() throws IOException {
    if (!finished) {
      finished = true;
      seal(true);
    }
  }

  private void seal(boolean last) throws IOException {
    out.write(sealed, 0, chunks.seal(plain, filled, last, sealed));
    filled = 0;
  }

  /// Forgets what has not been written.
  @Override
  public void close() {
    finished = true;
    Arrays.fill(plain, (byte) 0);
  }
}
