package hospital.wardbell.json;

/// The text is not the JSON object that was expected. The message names the member and what was
/// expected there, never the content.
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MalformedJson(String message) {
    super(message);
  }
}
