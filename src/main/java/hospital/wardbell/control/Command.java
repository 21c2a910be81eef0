package hospital.wardbell.control;

import hospital.wardbell.base.Actor;
import hospital.wardbell.json.JsonObject;

/// One thing the command line may ask of the service. May block for as long as its work takes.
public interface Command {
  /// @param by the operating system's user at the other end, told by the kernel
  /// @throws Refusal if it cannot be done; the caller sees its message and exit code
  JsonObject answer(JsonObject request, Actor.Operator by);
}
