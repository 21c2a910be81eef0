package hospital.wardbell.backup;

import hospital.wardbell.backup.SftpAccess.Door;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.RemoteResourceInfo;
import net.schmizz.sshj.sftp.RenameFlags;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.jspecify.annotations.Nullable;

/// A directory on a server that speaks SFTP. Its line is opened by the first who needs it, and anew
/// after one that broke.
final class SftpTarget implements Target {
  /// What is on its way without the server having said that it has it.
  private static final int UNCONFIRMED = 16;

  private static final int BLOCK = 32 * 1024;

  private interface Doing<T> {
    T with(SFTPClient sftp) throws IOException;
  }

  private final SftpAddress address;
  private final Door door;
  private Optional<SftpLine> line = Optional.empty();

  private SftpTarget(SftpAddress address, Door door) {
    this.address = address;
    this.door = door;
  }

  /// @throws BackupFault of kind NO_TARGET if nobody has confirmed the server's key
  static SftpTarget connect(SftpAddress address, SftpAccess access) {
    Door door =
        access
            .door(address)
            .filter(known -> !known.pinned().isEmpty())
            .orElseThrow(() ->
                new BackupFault(
                    BackupFault.Kind.NO_TARGET,
                    "Nobody has confirmed the key of the server %s. Do so: wardbell backup target add %s"
                        .formatted(address, address)));
    return new SftpTarget(address, door);
  }

  private String path(String name) {
    return (address.path().equals("/") ? "" : address.path()) + "/" + name;
  }

  private SFTPClient sftp() {
    if (line.isEmpty()) {
      line = Optional.of(SftpLine.open(address, door));
    }
    return line.get().sftp();
  }

  /// A refusal leaves the line as it is; whatever else goes wrong ends it.
  private <T> T told(String doing, Doing<T> work) {
    try {
      return work.with(sftp());
    } catch (SFTPException e) {
      if (e.getStatusCode() != StatusCode.UNKNOWN) {
        throw refused(doing, e);
      }
      close();
      throw SftpLine.unreachable(address, e);
    } catch (IOException e) {
      close();
      throw SftpLine.unreachable(address, e);
    }
  }

  private BackupFault refused(String doing, SFTPException e) {
    StatusCode code = e.getStatusCode();
    boolean full =
        code == StatusCode.FAILURE
            || code == StatusCode.NO_SPACE_ON_FILESYSTEM
            || code == StatusCode.QUOTA_EXCEEDED;
    return full
        ? new BackupFault(
            BackupFault.Kind.NO_ROOM,
            "The server %s refused while %s; its disk may be full. Nothing half-written counts."
                .formatted(address, doing),
            e)
        : new BackupFault(
            BackupFault.Kind.NO_TARGET,
            "The server %s refused while %s (%s). Make its directory, and give it to %s."
                .formatted(address, doing, code, address.user()),
            e);
  }

  @Override
  public String where() {
    return address.text();
  }

  @Override
  public void require() {
    FileAttributes marker =
        told("looking at the directory", sftp -> or(sftp.statExistence(path(MARKER))));
    if (marker == FileAttributes.EMPTY) {
      throw new BackupFault(
          BackupFault.Kind.NO_TARGET,
          "%s has no file %s, so the disk that belongs there may not be mounted. Mount it. If it is the right directory: wardbell backup target init"
              .formatted(address, MARKER));
    }
  }

  private static FileAttributes or(@Nullable FileAttributes found) {
    return found == null ? FileAttributes.EMPTY : found;
  }

  @Override
  public void mark() {
    replace(MARKER, MARKER_TEXT.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<Kept> list() {
    List<Kept> kept = new ArrayList<>();
    for (RemoteResourceInfo file : told("listing the backups", sftp -> sftp.ls(address.path()))) {
      BackupName.parse(file.getName())
          .ifPresent(name -> kept.add(new Kept(name, file.getAttributes().getSize())));
    }
    kept.sort(Comparator.comparing(Kept::name).reversed());
    return kept;
  }

  @Override
  public Kept find(BackupName name) {
    return list().stream()
        .filter(kept -> kept.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new BackupFault(
                BackupFault.Kind.NO_BACKUP,
                "There is no backup %s on %s. Try: wardbell backup list".formatted(name, address)));
  }

  @Override
  public InputStream open(BackupName name) {
    return told(
        "opening the backup",
        sftp -> {
          RemoteFile file = sftp.open(path(name.text()));
          return file.new ReadAheadRemoteFileInputStream(UNCONFIRMED);
        });
  }

  @Override
  public long write(BackupName name, Content content, Progress progress) {
    String part = path(name.text() + BackupName.PART);
    return told(
        "writing the backup",
        sftp -> {
          fill(sftp, part, content, progress);
          long octets = sftp.size(part);
          progress.reached(Step.SYNCED);
          sftp.rename(part, path(name.text()));
          progress.reached(Step.NAMED);
          return octets;
        });
  }

  /// Closed only when all went well: what closing throws after a failure may be that very failure,
  /// which cannot be added to itself. The line's end closes it otherwise.
  private static void fill(SFTPClient sftp, String path, Content content, Progress progress)
      throws IOException {
    PartFile file = PartFile.create(sftp.getSFTPEngine(), path);
    OutputStream out =
        new BufferedOutputStream(file.new RemoteFileOutputStream(0, UNCONFIRMED), BLOCK);
    content.writeTo(out);
    out.flush(); // waits until the server has said that it has all
    progress.reached(Step.SEALED);
    file.sync();
    file.close();
  }

  @Override
  public void replace(String name, byte[] octets) {
    String part = path(name + BackupName.PART);
    boolean _ =
        told(
            "writing a file",
            sftp -> {
              fill(sftp, part, out -> out.write(octets), Progress.none());
              sftp.rename(part, path(name), EnumSet.of(RenameFlags.OVERWRITE, RenameFlags.ATOMIC));
              return true;
            });
  }

  @Override
  public void delete(BackupName name) {
    remove(name.text());
  }

  private void remove(String name) {
    boolean _ =
        told(
            "removing a file",
            sftp -> {
              sftp.rm(path(name));
              return true;
            });
  }

  @Override
  public void sweep(String fingerprint) {
    String ending = "-" + fingerprint + ".wbk" + BackupName.PART;
    told("listing the backups", sftp -> sftp.ls(address.path())).stream()
        .map(RemoteResourceInfo::getName)
        .filter(name -> name.startsWith("wardbell-") && name.endsWith(ending))
        .forEach(this::remove);
  }

  /// SFTP has no one way to ask.
  @Override
  public OptionalLong room() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    line.ifPresent(SftpLine::close);
    line = Optional.empty();
  }
}
