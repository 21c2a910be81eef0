package hospital.wardbell;

import hospital.wardbell.cli.Wardbell;
import hospital.wardbell.crypto.CryptoFault;
import hospital.wardbell.crypto.Cryptography;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The program's entry.
public final class Main {
  private static final int FAILED = 1;

  private Main() {}

  /// Before anything is encrypted or signed.
  private static boolean begin(PrintWriter err) {
    try {
      Cryptography.ofThisBuild().begin();
      return true;
    } catch (CryptoFault e) {
      err.println("wardbell: " + e.getMessage());
      err.flush();
      return false;
    }
  }

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exit = begin(err) ? Wardbell.run(out, err, args) : FAILED;
    out.flush();
    System.exit(exit);
  }
}
