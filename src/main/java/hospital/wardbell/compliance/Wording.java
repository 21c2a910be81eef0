package hospital.wardbell.compliance;

/// The words of a document, in the language of who will read it.
public interface Wording {
  /// The words of `key` with `arguments` in their places.
  String say(String key, Object... arguments);
}
