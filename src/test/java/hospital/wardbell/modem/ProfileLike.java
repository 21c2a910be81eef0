package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Match;
import hospital.wardbell.modem.Profile.Reset;
import hospital.wardbell.modem.Profile.Step;
import java.util.List;
import java.util.Optional;

/// A profile like another, but for what a test wants otherwise.
final class ProfileLike {
  private final Profile like;
  private String name;
  private Optional<Match> match;
  private List<UsbPort> usb;
  private Reset reset;
  private List<Step> commands;
  private List<Integer> services;
  private Optional<ImsSwitch> ims;

  private ProfileLike(Profile like) {
    this.like = like;
    this.name = like.name();
    this.match = like.match();
    this.usb = like.usb();
    this.reset = like.reset();
    this.commands = like.commands();
    this.services = like.services();
    this.ims = like.ims();
  }

  static ProfileLike like(Profile profile) {
    return new ProfileLike(profile);
  }

  /// Like the generic way.
  static ProfileLike generic(String name) {
    ProfileLike made = new ProfileLike(Profile.GENERIC);
    made.name = name;
    return made;
  }

  ProfileLike match(Optional<Match> wanted) {
    match = wanted;
    return this;
  }

  ProfileLike at(String vendor, String product, String interfaceNumber) {
    usb = List.of(new UsbPort(vendor, product, UsbPort.By.INTERFACE, interfaceNumber));
    return this;
  }

  ProfileLike reset(Reset wanted) {
    reset = wanted;
    return this;
  }

  ProfileLike saying(Step step) {
    commands = List.of(step);
    return this;
  }

  ProfileLike services(List<Integer> wanted) {
    services = wanted;
    return this;
  }

  ProfileLike ims(Optional<ImsSwitch> wanted) {
    ims = wanted;
    return this;
  }

  Profile profile() {
    return new Profile(
        name,
        match,
        usb,
        like.start(),
        reset,
        commands,
        like.stores(),
        like.firstIndex(),
        like.announcing(),
        like.sending(),
        services,
        ims,
        like.writing(),
        like.tells(),
        like.ussd(),
        like.ignored());
  }
}
