package hospital.wardbell.vault;

/// What typed words turned out to be: a share, or not.
sealed interface ShareReading permits Share, ShareMistake {}
