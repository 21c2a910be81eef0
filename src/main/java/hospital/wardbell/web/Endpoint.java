package hospital.wardbell.web;

/// Answers one endpoint's calls, on a virtual thread; may block.
public interface Endpoint {
  Reply.Json answer(Call call);
}
