package hospital.wardbell.practice;

import java.util.List;

/// What a command comes to.
sealed interface Reply {
  /// Done, with its information lines, perhaps none.
  record Done(List<String> lines) implements Reply {
    public Done {
      lines = List.copyOf(lines);
    }
  }

  /// Refused without a number.
  record Bare() implements Reply {}

  /// Refused for the equipment's sake.
  ///
  /// @spec https://www.3gpp.org/dynareport/27007.htm#9.2 3GPP TS 27.007 §9.2 (+CME ERROR)
  record EquipmentError(int code) implements Reply {}

  /// Refused for the message service's sake.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.5 3GPP TS 27.005 §3.2.5 (+CMS ERROR)
  record MessageError(int code) implements Reply {}

  /// Waits for a payload that ends with Ctrl-Z.
  record Prompt(Payload payload) implements Reply {}

  /// The network has been asked; the answer comes by [AtEngine#answerLater].
  record Later() implements Reply {}

  /// What is done with the payload.
  interface Payload {
    Reply take(String text);
  }

  static Reply ok() {
    return new Done(List.of());
  }

  static Reply line(String line) {
    return new Done(List.of(line));
  }

  static Reply badArgument() {
    return new EquipmentError(50);
  }
}
