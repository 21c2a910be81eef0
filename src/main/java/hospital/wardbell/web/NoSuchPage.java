package hospital.wardbell.web;

/// There is nothing at that address for this person; answered with 404, whether it never existed or
/// may not be seen.
public final class NoSuchPage extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoSuchPage() {
    super("no such page");
  }
}
