package hospital.wardbell.modem;

import java.util.ArrayList;
import java.util.List;

/// Cuts the octets of a line into what the modem said.
///
/// A line ends at CR or LF; blank lines are nothing. A `>` that opens a line is a prompt at once,
/// since no line ending follows it; what is repeated behind one is told of as it comes. Control
/// characters are dropped. A line that never ends is cut at [#LONGEST], so noise takes no memory.
///
/// @spec https://www.itu.int/rec/T-REC-V.250#5.7.1 ITU-T V.250 §5.7.1 (response format)
final class LineSplitter {
  static final int LONGEST = 4096;

  private final StringBuilder line = new StringBuilder();
  private boolean behindPrompt;

  List<Heard> take(byte[] octets, int count) {
    List<Heard> heard = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      take((char) (octets[i] & 0xff), heard);
    }
    if (behindPrompt && !line.isEmpty()) {
      heard.add(new Heard.Echo(line.toString()));
    }
    return heard;
  }

  private void take(char c, List<Heard> heard) {
    if (c == '\r' || c == '\n') {
      end(heard);
    } else if (c == '>' && line.isEmpty()) {
      heard.add(new Heard.Prompt());
      behindPrompt = true;
    } else if (c > ' ' || (c == ' ' && !line.isEmpty())) {
      line.append(c);
      if (line.length() == LONGEST) {
        end(heard);
      }
    }
  }

  private void end(List<Heard> heard) {
    String text = line.toString().stripTrailing();
    line.setLength(0);
    behindPrompt = false;
    if (!text.isEmpty()) {
      heard.add(new Heard.Line(text));
    }
  }
}
