package hospital.wardbell.crypto;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Begins the cryptography in the tests' process, as `Main` does in the program's.
public final class Begun implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    Cryptography.ofThisBuild().begin();
  }
}
