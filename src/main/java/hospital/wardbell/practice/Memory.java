package hospital.wardbell.practice;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A message memory with numbered places, most often from 1. The modem's thread only.
final class Memory {
  private final String name;
  private final int capacity;
  private final int first;
  private final Map<Integer, StoredMessage> messages = new TreeMap<>();

  Memory(String name, int capacity, int first) {
    this.name = name;
    this.capacity = capacity;
    this.first = first;
  }

  String name() {
    return name;
  }

  int capacity() {
    return capacity;
  }

  int first() {
    return first;
  }

  int used() {
    return messages.size();
  }

  boolean hasPlace(int index) {
    return index >= first && index < first + capacity;
  }

  /// Puts a message into the first free place; empty if there is none.
  OptionalInt add(StoredMessage message) {
    OptionalInt free =
        IntStream.range(first, first + capacity).filter(i -> !messages.containsKey(i)).findFirst();
    free.ifPresent(index -> messages.put(index, message));
    return free;
  }

  Optional<StoredMessage> at(int index) {
    return Optional.ofNullable(messages.get(index));
  }

  void replace(int index, StoredMessage message) {
    messages.put(index, message);
  }

  void delete(int index) {
    messages.remove(index);
  }

  /// The places whose message is wanted, in order.
  int[] places(Predicate<StoredMessage> wanted) {
    return messages.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  JournalEntry.Place place(int index) {
    return new JournalEntry.Place(name, index);
  }

  /// As `+CPMS` gives it.
  String counts() {
    return used() + "," + capacity;
  }
}
