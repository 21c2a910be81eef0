package hospital.wardbell.modem;

import java.util.List;

/// A profile that knows one AT port, and nothing else of its own.
final class KnownPort {
  private KnownPort() {}

  static Profile at(String vendor, String product, String number) {
    Profile usual = Profile.GENERIC;
    return new Profile(
        "known",
        usual.match(),
        List.of(new UsbPort(vendor, product, UsbPort.By.INTERFACE, number)),
        usual.start(),
        usual.reset(),
        usual.commands(),
        usual.stores(),
        usual.firstIndex(),
        usual.announcing(),
        usual.sending(),
        usual.services(),
        usual.ims(),
        usual.writing(),
        usual.tells(),
        usual.ussd(),
        usual.ignored());
  }
}
