package hospital.wardbell.backup;

/// The points that a backup or a restore passes, in order. Killed at any of them, the old is there
/// still or the new is there whole.
public enum Step {
  /// What an earlier one left behind is gone.
  CLEARED,
  /// There is room for it, here and there.
  MEASURED,
  /// The database has been copied within the home.
  COPIED,
  /// The whole backup has been written under its name in the making.
  SEALED,
  /// It is on the disk.
  SYNCED,
  /// It has its name.
  NAMED,
  /// It is on record.
  RECORDED,

  /// A backup has been unpacked beside the database.
  UNPACKED,
  /// It has been opened there and checked.
  CHECKED,
  /// It is written down that the database is about to be replaced.
  BEGUN,
  /// The old database has been moved aside.
  ASIDE,
  /// The new one is in its place.
  IN_PLACE,
  /// It has been opened there, and knows that it was restored.
  OPENED,
  /// Nothing is left to do.
  DONE
}
