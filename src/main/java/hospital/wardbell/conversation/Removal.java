package hospital.wardbell.conversation;

/// What makes messages go: staff delete one, and what has passed its time is erased.
public record Removal(Deleting deleting, Erasing erasing) {}
