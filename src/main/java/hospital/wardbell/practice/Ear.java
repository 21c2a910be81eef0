package hospital.wardbell.practice;

import java.nio.charset.StandardCharsets;

/// Whether the modem hears at all. A deaf one notices a reset command and nothing else. The modem's
/// thread only.
final class Ear {
  private static final String RESET = "CFUN=1,1\r";
  private static final int KEPT = 64;

  private boolean deaf;
  private boolean untilReopened;
  private int attachments;
  private String heard = "";

  void deafen(Fault.Deaf fault, int attachmentsNow) {
    deaf = true;
    untilReopened = fault.untilReopened();
    attachments = attachmentsNow;
    heard = "";
  }

  void heal() {
    deaf = false;
  }

  boolean isDeaf() {
    return deaf;
  }

  /// Whether these octets go unheard; heals when the program opened the device anew.
  boolean misses(int attachmentsNow) {
    if (deaf && untilReopened && attachmentsNow != attachments) {
      heal();
    }
    return deaf;
  }

  /// Whether a reset command ends in these octets.
  boolean feelsReset(byte[] octets) {
    String all = heard + new String(octets, StandardCharsets.ISO_8859_1);
    heard = all.substring(Math.max(0, all.length() - KEPT));
    return all.contains(RESET);
  }
}
