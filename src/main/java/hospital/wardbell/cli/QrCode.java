package hospital.wardbell.cli;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A QR code as block characters, two rows of dots a line, dark on light whatever the terminal's
/// colours.
final class QrCode {
  private static final String DARK_ON_LIGHT = "\u001b[30;47m";
  private static final String RESET = "\u001b[0m";

  private QrCode() {}

  static String draw(String content) {
    BitMatrix dots = dots(content);
    StringBuilder drawing = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y += 2) {
      drawing.append(DARK_ON_LIGHT);
      for (int x = 0; x < dots.getWidth(); x++) {
        boolean upper = dots.get(x, y);
        boolean lower = y + 1 < dots.getHeight() && dots.get(x, y + 1);
        drawing.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      drawing.append(RESET).append('\n');
    }
    return drawing.toString();
  }

  private static BitMatrix dots(String content) {
    try {
      return new QRCodeWriter()
          .encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 2));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
