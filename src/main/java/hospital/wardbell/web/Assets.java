package hospital.wardbell.web;

import hospital.wardbell.base.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files that pages refer to: style, script, icons. A fixed list, read once from the class
/// path.
///
/// [#href] names a file with the digest of all of them, so a browser may keep it for ever and a new
/// release is fetched at once; files may refer to each other by their bare names.
public final class Assets {
  /// The prefix of their addresses.
  public static final String PREFIX = "/a/";

  private static final String DIRECTORY = "assets/";

  private final Map<String, byte[]> files;
  private final String version;

  private Assets(Map<String, byte[]> files) {
    this.files = files;
    this.version = digest(files);
  }

  /// Those of `names` below `hospital/wardbell/web/assets/`.
  ///
  /// @throws IllegalStateException if one is missing from the build
  public static Assets of(List<String> names) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    names.forEach(n -> files.put(n, read(n)));
    return new Assets(files);
  }

  /// The address of a file.
  ///
  /// @throws IllegalArgumentException if it is not on the list
  public String href(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no asset is called " + name);
    }
    return PREFIX + version + "/" + name;
  }

  Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  String version() {
    return version;
  }

  static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "ico" -> "image/x-icon";
      case "webmanifest" -> "application/manifest+json";
      default -> "text/plain; charset=utf-8";
    };
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(DIRECTORY + name)) {
      if (in == null) {
        throw new IllegalStateException("the build lacks the asset " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Map<String, byte[]> files) {
    MessageDigest sha = Sha256.fresh();
    files.values().forEach(sha::update);
    return HexFormat.of().formatHex(sha.digest(), 0, 6);
  }
}
