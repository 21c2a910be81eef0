package hospital.wardbell.vault;

import hospital.wardbell.base.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/// Opens what [SealedOutput] has sealed. No octet comes out of it that was not sealed so, and the
/// end of the stream only where the end was sealed.
///
/// One thread.
public final class SealedInput extends InputStream {
  private final InputStream in;
  private final Chunks chunks;
  private final byte[] sealed = new byte[Chunks.PLAIN + Chunks.TAG];
  private final byte[] plain = new byte[Chunks.PLAIN];
  private int next = -1; // the octet behind the last chunk that was read; -1 if not read yet
  private boolean begun;
  private int at;
  private int end;
  private boolean ended;

  /// @param in stays the caller's to close
  public SealedInput(InputStream in, Secret key, byte[] bound) {
    this.in = in;
    this.chunks = new Chunks(key, bound);
  }

  /// @throws VaultFault of kind TAMPERED if what follows is not what was sealed, or is cut short
  @Override
  public int read() throws IOException {
    if (!fill()) {
      return -1;
    }
    return plain[at++] & 0xff;
  }

  /// @throws VaultFault as [#read()]
  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, octets.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int now = Math.min(length, end - at);
    System.arraycopy(plain, at, octets, offset, now);
    at += now;
    return now;
  }

  /// Whether there is an octet to give.
  private boolean fill() throws IOException {
    while (at == end) {
      if (ended) {
        return false;
      }
      open();
    }
    return true;
  }

  private void open() throws IOException {
    int length = readChunk();
    next = length == sealed.length ? in.read() : -1;
    ended = next < 0;
    boolean first = chunks.number() == 0;
    int opened = length < Chunks.TAG ? -1 : chunks.open(sealed, length, ended, plain);
    // An empty end is sealed only if there is nothing else.
    if (opened < 0 || (opened == 0 && !first)) {
      ended = true;
      throw new VaultFault(
          VaultFault.Kind.TAMPERED,
          "The file was damaged, changed or cut short since it was made.");
    }
    at = 0;
    end = opened;
  }

  private int readChunk() throws IOException {
    if (!begun) {
      begun = true;
      return in.readNBytes(sealed, 0, sealed.length);
    }
    sealed[0] = (byte) next;
    return 1 + in.readNBytes(sealed, 1, sealed.length - 1);
  }

  /// Forgets what has not been read.
  @Override
  public void close() {
    ended = true;
    end = at;
    Arrays.fill(plain, (byte) 0);
  }
}
