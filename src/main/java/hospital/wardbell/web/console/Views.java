package hospital.wardbell.web.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import hospital.wardbell.web.Reply;
import java.util.Map;

/// Draws precompiled templates.
final class Views {
  private static final String PACKAGE = "hospital.wardbell.web.console.jte";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Views.class.getClassLoader(), PACKAGE);

  /// A page of `template` (its name without `.jte`) with these parameters.
  Reply.Html page(int status, String template, Map<String, Object> parameters) {
    return new Reply.Html(status, out -> draw(template, parameters, out));
  }

  void draw(String template, Map<String, Object> parameters, StringBuilder out) {
    StringOutput text = new StringOutput();
    templates.render(template + ".jte", parameters, text);
    out.append(text);
  }
}
