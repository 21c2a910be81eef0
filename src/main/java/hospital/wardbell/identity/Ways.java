package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;
import java.util.Optional;

/// What may be shown after the right password.
///
/// @param app a code of the person's app
/// @param recovery a recovery code
/// @param passkey what the browser needs for a passkey; empty if the person has none
/// @param newApp the `otpauth:` address of an app that is being set up, whose code comes next
/// @param none nothing but the leave to set up an app
public record Ways(
    boolean app,
    boolean recovery,
    Optional<String> passkey,
    Optional<Secret> newApp,
    boolean none) {}
