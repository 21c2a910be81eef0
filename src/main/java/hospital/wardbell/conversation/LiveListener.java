package hospital.wardbell.conversation;

import hospital.wardbell.base.Id;

/// Told after the commit that a conversation has changed; must not block. Ids only.
public interface LiveListener {
  void changed(Id conversation, Id team, long version);
}
