package hospital.wardbell.practice;

/// A setting of the modem that is one number: `+X=1`, `+X?`, `+X=?`. The modem's thread only.
final class Dial {
  private final String name;
  private final int lowest;
  private final int highest;
  private final int factory;
  private int value;

  Dial(String name, int lowest, int highest, int factory) {
    this.name = name;
    this.lowest = lowest;
    this.highest = highest;
    this.factory = factory;
    this.value = factory;
  }

  String name() {
    return name;
  }

  int value() {
    return value;
  }

  boolean isOn() {
    return value != 0;
  }

  void turnBack() {
    value = factory;
  }

  Reply answer(AtCommand command) {
    return switch (command.kind()) {
      case RUN, SET -> set(command.number(0, factory));
      case READ -> Reply.line(name + ": " + value);
      case TEST -> Reply.line(name + ": (" + range() + ")");
    };
  }

  Reply set(int wanted) {
    if (wanted < lowest || wanted > highest) {
      return Reply.badArgument();
    }
    value = wanted;
    return Reply.ok();
  }

  private String range() {
    return lowest == highest ? "" + lowest : lowest + "-" + highest;
  }
}
