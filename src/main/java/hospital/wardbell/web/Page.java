package hospital.wardbell.web;

/// Answers one route's requests, on a virtual thread; may block.
public interface Page {
  Reply answer(Request request);
}
