package hospital.wardbell.web;

import hospital.wardbell.base.Id;

/// The live streams of open browsers: who may see a team hears that a conversation changed, by id
/// only. Any thread; never blocks.
public final class LiveEvents {
  /// A conversation of `team` has changed.
  public void conversation(Id conversation, Id team, long version) {
    throw new IllegalStateException("not built");
  }

  /// The modems' state has changed; everybody hears it.
  public void modem() {
    throw new IllegalStateException("not built");
  }
}
