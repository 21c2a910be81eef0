package hospital.wardbell.vault;

import hospital.wardbell.base.Id;

/// Where a sealed value lives: a label that never changes, such as `message.text/1`, and the row's
/// random id. Not the table's or column's name, so a migration may rename those.
public record Cell(String label, Id row) {}
