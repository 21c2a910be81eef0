package hospital.wardbell.vault.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.util.IPAddress;

/// What the certificate is for: DNS names and IP addresses, in lower case.
record Names(List<String> dns, List<String> addresses) {
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /// The last label holds a letter, so that an address with a slip of the finger is no name.
  private static final Pattern DNS =
      Pattern.compile("(?=.{1,253}$)(?!(.*\\.)?[0-9]+$)" + LABEL + "(\\." + LABEL + ")*");

  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  /// Reserved, so nobody's: stands for "no name at all" where a list may not be empty.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc2606#section-2 RFC 2606 §2
  private static final String NOBODY = "invalid";

  private static final byte ONE_ADDRESS = (byte) 0xff;
  private static final byte ALL_ADDRESSES = 0;

  Names {
    dns = List.copyOf(dns);
    addresses = List.copyOf(addresses);
  }

  /// @throws IllegalArgumentException if one is neither a DNS name nor an address, or there is none
  static Names of(List<String> names) {
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (String written : names) {
      String name = written.toLowerCase(Locale.ROOT);
      if (isAddress(name)) {
        addresses.add(name);
      } else if (DNS.matcher(name).matches()) {
        dns.add(name);
      } else {
        throw new IllegalArgumentException(
            "A certificate's name is a DNS name or an IP address, not " + name);
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A certificate needs a name.");
    }
    return new Names(dns, addresses);
  }

  private static boolean isAddress(String name) {
    return (V4.matcher(name).matches() || name.contains(":")) && IPAddress.isValid(name);
  }

  /// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6 RFC 5280 §4.2.1.6
  GeneralNames alternativeNames() {
    return new GeneralNames(
        Stream.concat(
                dns.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                addresses.stream().map(name -> new GeneralName(GeneralName.iPAddress, name)))
            .toArray(GeneralName[]::new));
  }

  /// Whether a certificate is for exactly these.
  boolean areThoseOf(X509Certificate certificate) {
    List<String> wantedAddresses = addresses.stream().map(Names::plain).toList();
    try {
      return named(certificate, GeneralName.dNSName).equals(dns)
          && named(certificate, GeneralName.iPAddress).stream()
              .map(Names::plain)
              .toList()
              .equals(wantedAddresses);
    } catch (CertificateParsingException _) {
      return false;
    }
  }

  /// Its alternative names of one kind, in its order.
  private static List<String> named(X509Certificate certificate, int kind)
      throws CertificateParsingException {
    Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    return all == null
        ? List.of()
        : all.stream()
            .filter(name -> name.getFirst().equals(kind))
            .map(name -> String.valueOf(name.get(1)))
            .toList();
  }

  /// As every program writes the same address.
  private static String plain(String address) {
    return InetAddress.ofLiteral(address).getHostAddress();
  }

  /// Permits these and nothing else of either kind.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10 RFC 5280 §4.2.1.10
  NameConstraints constraints() {
    List<GeneralSubtree> permitted = new ArrayList<>();
    List<GeneralSubtree> excluded = new ArrayList<>();
    for (String name : dns.isEmpty() ? List.of(NOBODY) : dns) {
      permitted.add(new GeneralSubtree(new GeneralName(GeneralName.dNSName, name)));
    }
    for (String address : addresses) {
      byte[] octets = InetAddress.ofLiteral(address).getAddress();
      permitted.add(block(octets, ONE_ADDRESS));
    }
    if (addresses.isEmpty()) {
      excluded.add(block(new byte[4], ALL_ADDRESSES));
      excluded.add(block(new byte[16], ALL_ADDRESSES));
    }
    // An empty list is no list: Chromium takes no certificate that has one.
    return new NameConstraints(
        permitted.toArray(GeneralSubtree[]::new),
        excluded.isEmpty() ? null : excluded.toArray(GeneralSubtree[]::new));
  }

  /// An address and its mask, each octet of which is `mask`.
  private static GeneralSubtree block(byte[] address, byte mask) {
    byte[] octets = Arrays.copyOf(address, 2 * address.length);
    Arrays.fill(octets, address.length, octets.length, mask);
    return new GeneralSubtree(new GeneralName(GeneralName.iPAddress, new DEROctetString(octets)));
  }
}
