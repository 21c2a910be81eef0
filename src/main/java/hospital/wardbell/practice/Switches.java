package hospital.wardbell.practice;

import java.util.List;

/// The modem's settings as `ATZ`, `AT&F` and a power cycle put them back. The modem's thread only.
final class Switches {
  final Dial echo = new Dial("E", 0, 1, 1);
  final Dial verbose = new Dial("V", 0, 1, 1);
  final Dial quiet = new Dial("Q", 0, 1, 0);
  final Dial errors = new Dial("+CMEE", 0, 2, 0);
  final Dial format = new Dial("+CMGF", 0, 0, 0);
  final Dial linkKept = new Dial("+CMMS", 0, 2, 0);
  final Dial circuitNews = new Dial("+CREG", 0, 2, 0);
  final Dial packetNews = new Dial("+CGREG", 0, 2, 0);
  final Dial evolvedNews = new Dial("+CEREG", 0, 2, 0);
  final Dial callerShown = new Dial("+CLIP", 0, 1, 0);
  final Dial ringNamed = new Dial("+CRC", 0, 1, 0);
  final Dial smsService = new Dial("+CGSMS", 0, 3, 1);
  final Dial service = new Dial("+CSMS", 0, 1, 0);
  final Routing routing = new Routing();
  String characters = "GSM";

  private final List<Dial> dials =
      List.of(
          echo,
          verbose,
          quiet,
          errors,
          format,
          linkKept,
          circuitNews,
          packetNews,
          evolvedNews,
          callerShown,
          ringNamed,
          smsService,
          service);

  void turnBack() {
    dials.forEach(Dial::turnBack);
    routing.turnBack();
    characters = "GSM";
  }
}
