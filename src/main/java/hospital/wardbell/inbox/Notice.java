package hospital.wardbell.inbox;

import java.time.Instant;

/// A message that came and is not for people.
///
/// @param modem which it came by
public record Notice(Instant at, String modem, NoticeKind kind) {}
