package hospital.wardbell.modem;

import hospital.wardbell.modem.Carrier.Ims;
import java.util.List;
import java.util.Optional;

/// Carriers of the network that practice SIMs are of, and profiles that act on them.
final class CarrierSamples {
  static final String CENTRE = "+12025550199";
  static final Rate RATE = new Rate(Optional.of(20), Optional.empty(), Optional.of(900));

  /// As a Quectel modem has it.
  static final ImsSwitch IMS =
      new ImsSwitch(
          "AT+QCFG=\"ims\"",
          "\"ims\",(1|0,1)",
          "\"ims\",2",
          "AT+QCFG=\"ims\",1",
          "AT+QCFG=\"ims\",2");

  private CarrierSamples() {}

  static Carriers practice(Ims ims) {
    return Carriers.of(
        new Carrier("elsewhere", List.of("310-410"), Optional.empty(), Ims.OFF, Rate.NONE),
        new Carrier("practice", List.of("001-01"), Optional.of(CENTRE), ims, RATE));
  }

  /// The generic way, with a wish of its own.
  static Profile profile(List<Integer> services, Optional<ImsSwitch> ims) {
    return ProfileLike.generic("wishing").services(services).ims(ims).profile();
  }
}
