package hospital.wardbell.identity;

import hospital.wardbell.base.Secret;

/// What a new person must be given, once: a first password made by chance, and the one-time code
/// secret as the `otpauth:` address that authenticator apps read from a QR code.
public record Enrolment(Staff staff, Secret password, Secret otpauth) {}
