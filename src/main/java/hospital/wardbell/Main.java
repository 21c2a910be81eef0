package hospital.wardbell;

import hospital.wardbell.cli.Wardbell;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// The program's entry.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exit = Wardbell.run(out, err, args);
    out.flush();
    System.exit(exit);
  }
}
