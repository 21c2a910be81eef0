package hospital.wardbell.identity;

/// Somebody who tries to sign in.
///
/// @param login as [Accounts#normal] writes it, whether or not there is such an account
/// @param origin the address on the LAN
record Attempt(String login, String origin) {
  @Override
  public String toString() {
    return "Attempt[" + origin + "]"; // people type passwords where the login is due
  }
}
