package hospital.wardbell.modem;

import java.time.Duration;
import java.util.List;

/// One thing that goes wrong with one line that a modem says.
sealed interface Mishap {
  /// Octets that follow what was said before by at least `after`.
  record Piece(Duration after, String octets) {}

  /// Which line it happens to, counted from where the sweep begins.
  int line();

  /// What is heard in place of `octets`, a line with the line endings around it.
  List<Piece> befall(String octets);

  /// Whether all that the modem says is still heard, each line whole: then nothing may change.
  default boolean keepsLinesWhole() {
    return switch (this) {
      case Unasked unasked -> unasked.at() == 0 && !unasked.stray().equals(Stray.RESTART);
      case Split _ -> true;
      case Lost _, Doubled _, Late _ -> false;
    };
  }

  /// A stray line before octet `at` of the line.
  record Unasked(int line, int at, Stray stray) implements Mishap {
    /// Stands for what the modem has to say when it comes to it.
    static final String PLACE = "\u0000";

    @Override
    public List<Piece> befall(String octets) {
      return whole(octets.substring(0, at) + PLACE + octets.substring(at));
    }
  }

  /// The line comes in two reads.
  record Split(int line, int at, Duration gap) implements Mishap {
    @Override
    public List<Piece> befall(String octets) {
      return List.of(
          new Piece(Duration.ZERO, octets.substring(0, at)), new Piece(gap, octets.substring(at)));
    }
  }

  /// The line never comes.
  record Lost(int line) implements Mishap {
    @Override
    public List<Piece> befall(String octets) {
      return List.of();
    }
  }

  /// The line comes again after `gap`, before the modem says anything else.
  record Doubled(int line, Duration gap) implements Mishap {
    @Override
    public List<Piece> befall(String octets) {
      return List.of(new Piece(Duration.ZERO, octets), new Piece(gap, octets));
    }
  }

  /// The line comes late, and all that follows it no earlier: a line keeps its order.
  record Late(int line, Duration by) implements Mishap {
    @Override
    public List<Piece> befall(String octets) {
      return List.of(new Piece(by, octets));
    }
  }

  private static List<Piece> whole(String octets) {
    return List.of(new Piece(Duration.ZERO, octets));
  }
}
