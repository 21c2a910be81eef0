package hospital.wardbell.audit;

import hospital.wardbell.base.Id;
import hospital.wardbell.crypto.Cryptography;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// A process that appends to a log, has it signed, and says each number that is durable, until it
/// is killed. Arguments: the database's directory.
final class Recorder {
  private Recorder() {}

  public static void main(String[] arguments) {
    Cryptography.ofThisBuild().begin();
    LogHome home = new LogHome(Path.of(arguments[0]));
    Keeper keeper = new Keeper(home.store(), home.audit(), LogHome.SIGNER, InstantSource.system());
    keeper.start(Optional.empty(), () -> ClockStatus.UNKNOWN);
    for (long i = 0; ; i++) {
      home.audit().record(LogHome.READ.about(new Id(7, i)));
      long signed = home.store().read(TreeTable::newest).map(Signed::entries).orElse(0L);
      System.out.println(i + 1 + " " + signed);
    }
  }
}
