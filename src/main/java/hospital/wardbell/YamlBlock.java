package hospital.wardbell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One block of keys in the boot file, each taken once by its name; whatever nobody takes is
/// unknown. Every complaint names the file, the line and the key.
final class YamlBlock {
  private final String file;
  private final String path;
  private final int line;
  private final Map<String, NodeTuple> keys = new LinkedHashMap<>();

  private YamlBlock(String file, String path, MappingNode node) {
    this.file = file;
    this.path = path;
    this.line = line(node);
    for (NodeTuple pair : node.getValue()) {
      String key = scalar(pair.getKeyNode(), "a key");
      if (keys.put(key, pair) != null) {
        throw fault(pair.getKeyNode(), path + key, "stands twice");
      }
    }
  }

  static YamlBlock of(String file, String path, Node node) {
    if (node instanceof MappingNode mapping) {
      return new YamlBlock(file, path, mapping);
    }
    throw new BootFault(
        "%s, line %d: keys and values are expected here".formatted(file, line(node)));
  }

  /// Refuses every key that is none of `known`.
  YamlBlock only(String... known) {
    Set<String> names = Set.of(known);
    for (Map.Entry<String, NodeTuple> key : keys.entrySet()) {
      if (!names.contains(key.getKey())) {
        throw fault(
            key.getValue().getKeyNode(),
            path + key.getKey(),
            "is not a key; the keys here are " + String.join(", ", List.of(known)));
      }
    }
    return this;
  }

  Optional<String> text(String key) {
    return node(key).map(n -> scalar(n, path + key));
  }

  String need(String key) {
    return text(key)
        .orElseThrow(
            () -> new BootFault("%s, line %d: %s%s is missing".formatted(file, line, path, key)));
  }

  List<String> texts(String key) {
    return node(key).map(n -> items(n, key)).orElse(List.of()).stream()
        .map(n -> scalar(n, path + key))
        .toList();
  }

  Optional<YamlBlock> block(String key) {
    return node(key).map(n -> of(file, path + key + ".", n));
  }

  List<YamlBlock> blocks(String key) {
    List<YamlBlock> blocks = new ArrayList<>();
    for (Node item : node(key).map(n -> items(n, key)).orElse(List.of())) {
      blocks.add(of(file, path + key + ".", item));
    }
    return blocks;
  }

  /// A complaint about the value of `key`.
  BootFault wrong(String key, String why) {
    return node(key)
        .map(n -> fault(n, path + key, why))
        .orElseGet(
            () -> new BootFault("%s, line %d: %s%s %s".formatted(file, line, path, key, why)));
  }

  private Optional<Node> node(String key) {
    return Optional.ofNullable(keys.get(key)).map(NodeTuple::getValueNode);
  }

  private List<Node> items(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw fault(node, path + key, "must be a list");
  }

  private String scalar(Node node, String name) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw fault(node, name, "must be a single value");
  }

  private BootFault fault(Node at, String key, String why) {
    return new BootFault("%s, line %d: %s %s".formatted(file, line(at), key, why));
  }

  private static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }
}
