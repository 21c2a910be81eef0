package hospital.wardbell.web.console;

import java.util.Optional;

/// What came of trying a log collector.
///
/// @param trouble in the library's words; empty if the collector took an entry
public record TriedTarget(String name, Optional<String> trouble) {}
