package hospital.wardbell.bench;

import hospital.wardbell.base.PhoneNumber;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Another program that sends texts by a modem, set for speed as its documentation allows.
interface Peer {
  /// A text that is queued before the program starts.
  record Text(PhoneNumber to, String words) {}

  String name();

  Path program();

  /// Writes settings and queue into `directory`.
  ///
  /// @return what to execute
  List<String> prepare(Path directory, Path device, List<Text> queue, boolean reports)
      throws IOException;
}
