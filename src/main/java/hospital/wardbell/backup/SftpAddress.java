package hospital.wardbell.backup;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a directory on another server is: `sftp://user@host:port/path`.
///
/// @param path absolute
public record SftpAddress(String user, String host, int port, String path) {
  private static final int USUAL_PORT = 22;
  private static final Pattern FORM =
      Pattern.compile(
          "sftp://([A-Za-z0-9._-]{1,60})@([A-Za-z0-9.-]{1,100}|\\[[0-9a-fA-F:]{2,45}])"
              + "(?::([1-9][0-9]{0,4}))?(/[^\\p{Cntrl}?#]{1,200})");

  /// @throws IllegalArgumentException if `text` is no such address; says what one is
  public static SftpAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "The address of a server for backups is written sftp://user@host:port/path.");
    }
    int port = form.group(3) == null ? USUAL_PORT : Integer.parseInt(form.group(3));
    if (port > 65_535) {
      throw new IllegalArgumentException("A port is a number up to 65535.");
    }
    String path = form.group(4).replaceAll("/+$", "");
    String host = form.group(2).replace("[", "").replace("]", "");
    return new SftpAddress(form.group(1), host, port, path.isEmpty() ? "/" : path);
  }

  /// The one way in which it is written.
  public String text() {
    String named = host.contains(":") ? "[" + host + "]" : host;
    return "sftp://" + user + "@" + named + ":" + port + path;
  }

  @Override
  public String toString() {
    return text();
  }
}
