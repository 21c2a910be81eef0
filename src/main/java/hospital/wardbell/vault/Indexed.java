package hospital.wardbell.vault;

/// A column by which rows are found blind, and the sealed cell in the same row that it is made of.
///
/// @param table as people are told of it
/// @param rows a query of the rows whose `id` is above the one given, in their order, at most
///   [IndexCheck#PAGE] of them: `id`, `dek`, `cell`, `blind`
/// @param mend an update that sets the column of the row whose id comes second
/// @param cell the label that the cell is sealed with
/// @param index the label that the column is made with
public record Indexed(String table, String rows, String mend, String cell, String index) {}
