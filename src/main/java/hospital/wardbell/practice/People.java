package hospital.wardbell.practice;

import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.SubmitTpdu;
import java.time.Duration;

/// Those who are at the other end of the network. Called on the modem's thread; must not block.
public interface People {
  /// What became of a text: received by the phone.
  int RECEIVED = 0x00;

  /// What became of a text: given up, the number is not in use.
  int NOT_OBTAINABLE = 0x43;

  /// A SUBMIT is on its way to them; answers go through `post`.
  ///
  /// @return TP-ST of the status report
  int hear(SubmitTpdu submit, Post post);

  /// Takes what people send to the modem.
  interface Post {
    void send(DeliverTpdu message, Duration later);
  }

  /// Phones that take every text, and nobody who answers.
  static People silent() {
    return (_, _) -> RECEIVED;
  }
}
