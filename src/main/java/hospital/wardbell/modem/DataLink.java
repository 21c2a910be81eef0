package hospital.wardbell.modem;

import hospital.wardbell.modem.UsbTree.Tty;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Whether somebody else goes online through a modem, which may hold up its texts.
///
/// It is seen from outside: by the network interfaces of its USB device, and by who has another of
/// its ports open, as far as `/proc` shows that. The modem is not asked, since its answer to
/// `AT+CGACT?` says nothing: on LTE a bearer is up as long as it is registered, used or not.
final class DataLink {
  private final UsbTree usb;

  DataLink(UsbTree usb) {
    this.usb = usb;
  }

  /// Who does so with the modem behind the port `device`.
  Optional<Trouble> behind(Path device) {
    return usb.ttyOf(device)
        .flatMap(ours ->
            usb.networks(ours.place()).stream()
                .findFirst()
                .map(name -> Trouble.of(Trouble.Kind.DATA_LINK, name))
                .or(() -> otherProgram(ours)));
  }

  private Optional<Trouble> otherProgram(Tty ours) {
    List<Path> others =
        usb.ttys().stream()
            .filter(tty -> tty.place().equals(ours.place()) && !tty.equals(ours))
            .map(Tty::device)
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Holder.ofAny(others, usb.processes())
            .map(program -> Trouble.of(Trouble.Kind.DATA_LINK_BY, program));
  }
}
