package hospital.wardbell.vault;

import hospital.wardbell.base.Id;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The list of subjects whose keys were destroyed, a file beside the keyring and outside the
/// database: an older backup holds those keys still, and a restore destroys them again by this.
///
/// A line each: the subject's id, the time, and an HMAC over both and over the HMAC of the line
/// before, so that no line can be added, changed or taken out of the middle without the keyring. A
/// line that a power cut left unfinished does not count. One thread at a time.
public final class ShredList {
  private static final String LABEL = "shred-list/1";
  private static final HexFormat HEX = HexFormat.of();

  private final Path file;
  private final Vault vault;

  /// @param file made when it is first needed
  public ShredList(Path file, Vault vault) {
    this.file = file;
    this.vault = vault;
  }

  private record Read(List<Id> subjects, String last, long length) {}

  /// Those whose keys must not come back, in the order in which they were destroyed.
  ///
  /// @throws VaultFault of kind TAMPERED if a line is not one that was written here, of kind
  ///   KEYRING if the file cannot be read
  public List<Id> subjects() {
    return read().subjects();
  }

  /// Adds subjects; on the disk when this returns.
  ///
  /// @throws VaultFault as of [#subjects]
  public void add(List<Id> subjects, Instant at) {
    if (subjects.isEmpty()) {
      return;
    }
    Read there = read();
    StringBuilder lines = new StringBuilder();
    String last = there.last();
    for (Id subject : subjects) {
      String said = subject + " " + at.toEpochMilli();
      last = seal(last, said);
      lines.append(said).append(' ').append(last).append('\n');
    }
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(SafeFile.PRIVATE)))) {
      out.truncate(there.length());
      out.position(there.length());
      ByteBuffer rest = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Read read() {
    try {
      return Files.exists(file)
          ? read(Files.readString(file, StandardCharsets.US_ASCII))
          : new Read(List.of(), "", 0);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Read read(String text) {
    int whole = text.lastIndexOf('\n') + 1;
    List<Id> subjects = new ArrayList<>();
    String last = "";
    for (String line : text.substring(0, whole).lines().toList()) {
      String[] words = line.split(" ", 3);
      if (words.length != 3 || !words[2].equals(seal(last, words[0] + " " + words[1]))) {
        throw new VaultFault(
            VaultFault.Kind.TAMPERED,
            "The list of what was erased was changed or is another home's. Take its copy.");
      }
      subjects.add(Id.parse(words[0]));
      last = words[2];
    }
    return new Read(List.copyOf(subjects), last, whole);
  }

  private String seal(String before, String said) {
    return HEX.formatHex(vault.attest(LABEL, before + said));
  }

  private static VaultFault unusable(IOException e) {
    return new VaultFault(
        VaultFault.Kind.KEYRING,
        "The list of what was erased cannot be read or written. Check disk and mode.",
        e);
  }
}
