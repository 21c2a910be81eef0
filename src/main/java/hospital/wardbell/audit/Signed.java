package hospital.wardbell.audit;

/// One signed checkpoint as it is kept.
///
/// @param entries what the log says the note is about; the note itself says it too
record Signed(long entries, String note) {}
