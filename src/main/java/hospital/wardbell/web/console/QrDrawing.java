package hospital.wardbell.web.console;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// A QR code as an inline drawing, dark on light in either theme.
final class QrDrawing {
  private static final int MARGIN = 4; // what the standard asks for

  private QrDrawing() {}

  /// @param label what it is, for who does not see it
  static String svg(String content, String label) {
    BitMatrix dots = dots(content);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y++) {
      for (int x = 0; x < dots.getWidth(); x++) {
        if (dots.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return """
    <svg class="qr" viewBox="0 0 %d %d" role="img" aria-label="%s" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>\
    """
        .formatted(
            dots.getWidth(),
            dots.getHeight(),
            Html.escaped(label).replace("\"", "&quot;"),
            dots.getWidth(),
            dots.getHeight(),
            path);
  }

  private static BitMatrix dots(String content) {
    try {
      return new QRCodeWriter()
          .encode(content, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }
}
