package hospital.wardbell.backup;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.PacketType;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.Request;
import net.schmizz.sshj.sftp.Response;
import net.schmizz.sshj.sftp.SFTPEngine;

/// A file on a server, opened to be written anew, that can be forced to the server's disk.
///
/// @spec https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL#4.4 OpenSSH PROTOCOL §4.4
///   (fsync@openssh.com)
final class PartFile extends RemoteFile {
  private static final int OWNER_ONLY = 0600;

  private final SFTPEngine engine;

  private PartFile(SFTPEngine engine, String path, byte[] handle) {
    super(engine, path, handle);
    this.engine = engine;
  }

  static PartFile create(SFTPEngine engine, String path) throws IOException {
    Request open =
        engine
            .newRequest(PacketType.OPEN)
            .putString(path)
            .putUInt32(OpenMode.toMask(EnumSet.of(OpenMode.WRITE, OpenMode.CREAT, OpenMode.TRUNC)))
            .putFileAttributes(new FileAttributes.Builder().withPermissions(OWNER_ONLY).build());
    Response answer = engine.request(open).retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS);
    return new PartFile(engine, path, answer.ensurePacketTypeIs(PacketType.HANDLE).readBytes());
  }

  /// Does nothing if the server cannot.
  void sync() throws IOException {
    if (engine.supportsServerExtension("fsync", "openssh.com")) {
      Request sync = engine.newExtendedRequest("fsync@openssh.com").putBytes(handle);
      engine
          .request(sync)
          .retrieve(engine.getTimeoutMs(), TimeUnit.MILLISECONDS)
          .ensureStatusPacketIsOK();
    }
  }
}
