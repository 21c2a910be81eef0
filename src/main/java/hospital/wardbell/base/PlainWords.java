package hospital.wardbell.base;

/// Marks an exception whose message is written for people: what happened, what is safe and what to
/// do, without personal data. It may be logged and shown as it is.
public interface PlainWords {}
