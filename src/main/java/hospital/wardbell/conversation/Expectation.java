package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;
import java.time.Instant;

/// What a message we wrote waits to hear: a reminder a confirmation, a survey a score.
///
/// @param kind the feature that asked, such as `reminder`
/// @param about the feature's own row
/// @param until after then a reply is an ordinary text
public record Expectation(Id id, Id message, String kind, Id about, Instant until) {}
