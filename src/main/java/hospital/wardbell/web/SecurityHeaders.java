package hospital.wardbell.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/// What every reply tells the browser to forbid.
///
/// No HSTS: the certificate is from our own authority, and a browser that remembers HSTS lets
/// nobody past a warning when the box is set up anew. `no-store` is for all but assets, which put
/// their own in its place.
///
/// @spec https://www.w3.org/TR/CSP3/ Content Security Policy Level 3
final class SecurityHeaders {
  private static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none';"
              + " require-trusted-types-for 'script'; trusted-types fragment",
          "Cache-Control",
          "no-store",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff");

  private SecurityHeaders() {}

  static void put(HttpServerResponse response) {
    ALL.forEach(response::putHeader);
  }
}
