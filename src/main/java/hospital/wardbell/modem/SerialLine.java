package hospital.wardbell.modem;

import java.io.IOException;

/// A line of octets to a modem: a serial device or a network modem.
///
/// One thread reads, one thread writes; any thread may close. Closing ends a blocked read.
public interface SerialLine extends AutoCloseable {
  /// Opens the line at `address`, anew each time: a line that went away is never opened again. What
  /// is named by something else than where it is must have been found before.
  ///
  /// @param cable how a device is driven; a network modem sees to its own
  /// @throws ModemFault if it cannot be opened
  static SerialLine open(LineAddress address, Cable cable) {
    return switch (address) {
      case LineAddress.Device device -> DeviceLine.open(device, cable);
      case LineAddress.Network network -> NetworkLine.open(network);
      case LineAddress.Usb _, LineAddress.Imei _ ->
          throw new IllegalArgumentException(address + " is no place");
    };
  }

  /// Waits for octets and takes what is there.
  ///
  /// @return how many were put into `into`, at least 1; -1 once the line is gone or closed
  int read(byte[] into) throws IOException;

  /// Writes all of `octets`. May block while the far side does not drain.
  ///
  /// @throws IOException if the line is gone
  void write(byte[] octets) throws IOException;

  @Override
  void close();
}
