package hospital.wardbell.web.console;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/// Escaping for the few answers that are too small for a template.
final class Html {
  private Html() {}

  static String escaped(String text) {
    StringOutput out = new StringOutput();
    HtmlTemplateOutput html = new OwaspHtmlTemplateOutput(out);
    html.writeUserContent(text);
    return out.toString();
  }
}
