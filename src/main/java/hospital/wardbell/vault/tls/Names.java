package hospital.wardbell.vault.tls;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.util.IPAddress;

/// What the certificate is for: DNS names and IP addresses, as written.
record Names(List<String> dns, List<String> addresses) {
  private static final Pattern DNS =
      Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))*");
  private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  /// Reserved, so nobody's: stands for "no name at all" where a list may not be empty.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc2606#section-2 RFC 2606 §2
  private static final String NOBODY = "invalid";

  Names {
    dns = List.copyOf(dns);
    addresses = List.copyOf(addresses);
  }

  /// @throws IllegalArgumentException if one is neither a DNS name nor an address, or there is none
  static Names of(List<String> names) {
    List<String> dns = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (String name : names) {
      if (isAddress(name)) {
        addresses.add(name);
      } else if (DNS.matcher(name).matches()) {
        dns.add(name);
      } else {
        throw new IllegalArgumentException(
            "A certificate's name is a DNS name in lower case or an IP address, not " + name);
      }
    }
    if (names.isEmpty()) {
      throw new IllegalArgumentException("A certificate needs a name.");
    }
    return new Names(dns, addresses);
  }

  private static boolean isAddress(String name) {
    return (V4.matcher(name).matches() || name.contains(":"))
        && IPAddress.isValid(name);
  }

  /// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6 RFC 5280 §4.2.1.6
  GeneralNames alternativeNames() {
    return new GeneralNames(
        Stream.concat(
                dns.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                addresses.stream().map(name -> new GeneralName(GeneralName.iPAddress, name)))
            .toArray(GeneralName[]::new));
  }

  /// Permits these and nothing else of either kind.
  ///
  /// @spec https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10 RFC 5280 §4.2.1.10
  NameConstraints constraints() {
    List<GeneralSubtree> permitted = new ArrayList<>();
    List<GeneralSubtree> excluded = new ArrayList<>();
    for (String name : dns.isEmpty() ? List.of(NOBODY) : dns) {
      permitted.add(subtree(GeneralName.dNSName, name));
    }
    for (String address : addresses) {
      permitted.add(subtree(GeneralName.iPAddress, address + (isV4(address) ? "/32" : "/128")));
    }
    if (addresses.isEmpty()) {
      excluded.add(subtree(GeneralName.iPAddress, "0.0.0.0/0"));
      excluded.add(subtree(GeneralName.iPAddress, "::/0"));
    }
    return new NameConstraints(
        permitted.toArray(GeneralSubtree[]::new), excluded.toArray(GeneralSubtree[]::new));
  }

  private static boolean isV4(String address) {
    return !address.contains(":");
  }

  private static GeneralSubtree subtree(int kind, String name) {
    return new GeneralSubtree(new GeneralName(kind, name));
  }
}
