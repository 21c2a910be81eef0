package hospital.wardbell.web;

/// Draws error pages; the console gives one.
public interface ErrorView {
  /// @param status 403, 404, 405, 413, 429, 500 or 503
  /// @param incident what the reader may read out to IT; empty if there is none
  void draw(int status, String incident, String language, StringBuilder out);
}
