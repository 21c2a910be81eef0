package hospital.wardbell.vault;

import java.util.List;

/// A recovery kit that was just made: its pages, to be printed and forgotten.
///
/// @param name four hexadecimal digits, on each page
/// @param needed how many of them open the keyring
/// @param pages one share each, in plain text
public record NewKit(String name, int needed, List<String> pages) {
  public NewKit {
    pages = List.copyOf(pages);
  }

  @Override
  public String toString() {
    return "[kit " + name + "]";
  }
}
