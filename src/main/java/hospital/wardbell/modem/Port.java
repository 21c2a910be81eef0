package hospital.wardbell.modem;

import java.time.Duration;

/// The owner's side of an open line: lines in, characters out. Used by the owner's thread only.
interface Port {
  /// The next thing heard.
  ///
  /// @param patience how long to wait; zero or less takes only what is there already
  Heard next(Duration patience) throws InterruptedException;

  /// Writes as the modem wants it from here on, where it is not to be written to in one piece.
  default void use(Writing writing) {}

  /// Writes all of `characters`, one octet each, in one piece unless [#use] said otherwise.
  ///
  /// @throws ModemFault if the line is gone, or does not drain
  void write(String characters) throws InterruptedException;
}
