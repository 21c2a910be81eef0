package hospital.wardbell.web;

/// Whether a browser says that a request comes from one of our own pages.
///
/// `Sec-Fetch-Site` decides wherever it is sent, as every browser we name does: our pages have a
/// `no-referrer` policy, under which a form's `Origin` is `null`. `Origin` decides for the rest,
/// and a request with neither is not trusted.
///
/// @spec https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header Fetch Metadata Request Headers
final class SameOrigin {
  private SameOrigin() {}

  /// @param fetchSite the header `Sec-Fetch-Site`; empty if it is not sent
  /// @param origin the header `Origin`; empty if it is not sent
  /// @param authority host and port that the browser asked for
  static boolean trusts(String fetchSite, String origin, String authority) {
    return fetchSite.isEmpty()
        ? origin.equalsIgnoreCase("https://" + authority) && !authority.isEmpty()
        : fetchSite.equals("same-origin");
  }
}
