package hospital.wardbell.modem;

import java.util.List;

/// How the cable to a serial device is driven: known before the modem behind it has said who it is.
/// A USB modem takes any; what is behind a UART must have the same.
///
/// @param speed in baud, one of [#SPEEDS]
/// @spec https://www.itu.int/rec/T-REC-V.250#6.2.10 ITU-T V.250 §6.2.10 (+IPR)
public record Cable(int speed, Flow flow) {
  /// Who may be told to wait, and how.
  public enum Flow {
    NONE,
    /// Each side by a wire of its own.
    RTS_CTS
  }

  public static final List<Integer> SPEEDS =
      List.of(9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600);

  /// What most modems take, and what a cable has of which nothing is said.
  public static final Cable USUAL = new Cable(115_200, Flow.NONE);

  public Cable {
    speed(String.valueOf(speed));
  }

  /// @throws IllegalArgumentException if `text` is none of [#SPEEDS]
  public static int speed(String text) {
    return SPEEDS.stream()
        .filter(speed -> String.valueOf(speed).equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of "
                    + String.join(", ", SPEEDS.stream().map(String::valueOf).toList())));
  }

  /// @throws IllegalArgumentException if `text` is something else
  public static Flow flow(String text) {
    return switch (text) {
      case "none" -> Flow.NONE;
      case "rts-cts" -> Flow.RTS_CTS;
      default -> throw new IllegalArgumentException("must be none or rts-cts");
    };
  }
}
