package hospital.wardbell.web.console;

import hospital.wardbell.fleet.Course;
import hospital.wardbell.fleet.Course.Stretch;
import hospital.wardbell.fleet.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/// Draws a modem's signal over time as an SVG, with a band below it that shows when the modem could
/// send. The page's table has the same for those who do not see it.
///
/// @param label what a screen reader says of the drawing
/// @param clock how a moment is written under it
record SignalChart(Course course, String label, Function<Instant, String> clock) {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 150;
  private static final int LEFT = 34;
  private static final int RIGHT = 352;
  private static final int TOP = 8;
  private static final int BOTTOM = 108;
  private static final int BAND = 114;
  private static final int BAND_HEIGHT = 8;
  private static final int MARKS = 4;

  // What AT+CSQ can say, in dBm; 3GPP TS 27.007 §8.5.
  private static final int STRONGEST = -51;
  private static final int WEAKEST = -113;
  private static final int[] LINES = {-105, -95, -85, -65};

  // Beyond three regular samples nothing is known.
  private static final Duration GAP = Duration.ofMinutes(15);

  String svg() {
    StringBuilder out = new StringBuilder();
    out.append(
        "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(WIDTH, HEIGHT, escaped(label)));
    for (int dbm : LINES) {
      int y = y(dbm);
      out.append("<path class=\"grid\" d=\"M%d %dH%d\"/>".formatted(LEFT, y, RIGHT));
      text(out, LEFT - 4, y + 4, "end", Integer.toString(dbm).replace('-', '−'));
    }
    out.append("<path class=\"signal\" d=\"").append(line()).append("\"/>");
    course.stretches().forEach(stretch -> band(out, stretch));
    for (int i = 0; i < MARKS; i++) {
      Instant at =
          course
              .from()
              .plus(Duration.between(course.from(), course.to()).multipliedBy(i).dividedBy(MARKS));
      text(out, x(at), HEIGHT - 10, "start", clock.apply(at));
    }
    return out.append("</svg>").toString();
  }

  private String line() {
    StringBuilder path = new StringBuilder();
    Instant before = Instant.MIN;
    for (Sample sample : course.samples()) {
      if (sample.signalDbm().isEmpty()) {
        before = Instant.MIN;
        continue;
      }
      boolean joined = before.isAfter(sample.at().minus(GAP));
      path.append(joined ? 'L' : 'M').append(x(sample.at())).append(' ');
      path.append(y(sample.signalDbm().get()));
      if (!joined) {
        path.append("h1"); // a sample that stands alone is seen too
      }
      before = sample.at();
    }
    return path.toString();
  }

  private void band(StringBuilder out, Stretch stretch) {
    int start = x(stretch.from());
    int width = Math.max(1, x(stretch.to()) - start);
    out.append(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
            .formatted(
                switch (stretch.state()) {
                  case REGISTERED, SENDING -> "ok";
                  case DEGRADED, PROBING, SEARCHING -> "wait";
                  case ABSENT, SIM_LOCKED, RESTING, FAILED -> "bad";
                },
                start,
                BAND,
                width,
                BAND_HEIGHT));
  }

  private static void text(StringBuilder out, int x, int y, String anchor, String words) {
    out.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>"
            .formatted(x, y, anchor, escaped(words)));
  }

  private int x(Instant at) {
    double share =
        (double) Duration.between(course.from(), at).toMillis()
            / Math.max(1, Duration.between(course.from(), course.to()).toMillis());
    return LEFT + (int) Math.round(Math.clamp(share, 0, 1) * (RIGHT - LEFT));
  }

  private static int y(int dbm) {
    double share =
        (double) (STRONGEST - Math.clamp(dbm, WEAKEST, STRONGEST)) / (STRONGEST - WEAKEST);
    return TOP + (int) Math.round(share * (BOTTOM - TOP));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
