package hospital.wardbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which version of the product this is; the build writes it.
public final class ProductVersion {
  private ProductVersion() {}

  public static String text() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(ProductVersion.class.getResourceAsStream("version.properties"))) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
