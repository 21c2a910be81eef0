package hospital.wardbell.modem;

import java.io.IOException;

/// A line of octets to a modem: a serial device or a network modem.
///
/// One thread reads, one thread writes; any thread may close. Closing ends a blocked read.
public interface SerialLine extends AutoCloseable {
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
