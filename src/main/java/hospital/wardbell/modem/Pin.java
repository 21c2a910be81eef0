package hospital.wardbell.modem;

import hospital.wardbell.base.Sha256;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The SIM's PIN, which may be tried again only after it was right: three wrong ones lock the SIM.
///
/// That it was given is kept, as a digest of line, PIN and SIM, before it is given, so that no
/// restart of the service makes it be tried again. Another PIN, or another SIM, has another digest.
///
/// @spec https://www.3gpp.org/dynareport/31102.htm#6.1 3GPP TS 31.102 §6.1 (PIN)
final class Pin {
  private static final Logger LOG = System.getLogger(Pin.class.getName());
  private static final String GIVEN = "pin-given";

  private final String line;
  private final String digits;
  private final LineMemory memory;

  /// @param digits empty if the SIM has none
  Pin(String line, String digits, LineMemory memory) {
    this.line = line;
    this.digits = digits;
    this.memory = memory;
  }

  boolean isSet() {
    return !digits.isEmpty();
  }

  /// The PIN, unless it is not set or was given before and did not prove right since.
  ///
  /// @param iccid of the SIM, if it says so before it is open
  /// @throws UncheckedIOException if it cannot be kept that it is given
  Optional<String> give(Optional<String> iccid) {
    String mark = mark(iccid.orElse(""));
    if (!isSet() || memory.recall(GIVEN).filter(mark::equals).isPresent()) {
      return Optional.empty();
    }
    memory.keep(GIVEN, mark);
    return Optional.of(digits);
  }

  void proved() {
    try {
      memory.forget(GIVEN);
    } catch (UncheckedIOException e) {
      LOG.log(Level.WARNING, "modem {0}: it cannot be kept that its PIN is right", line);
    }
  }

  private String mark(String iccid) {
    String all = String.join("\n", line, iccid, digits);
    return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "[pin]";
  }
}
