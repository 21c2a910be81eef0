package hospital.wardbell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One block of keys in the boot file or a profile, each taken once by its name; whatever nobody
/// takes is unknown. Every complaint names the file, the line and the key.
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

  /// The file's content.
  ///
  /// @throws BootFault if it is no YAML, or no keys and values
  static YamlBlock parse(String file, String text) {
    return of(file, "", compose(file, text));
  }

  private static Node compose(String file, String text) {
    try {
      return new Compose(LoadSettings.builder().setLabel(file).setUseMarks(true).build())
          .composeString(text)
          .orElseThrow(() -> new BootFault("%s is empty".formatted(file)));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      throw new BootFault(
          "%s, line %d: this is not YAML: %s".formatted(file, line, e.getProblem()));
    } catch (YamlEngineException e) {
      throw new BootFault("%s is not YAML".formatted(file));
    }
  }

  private static YamlBlock of(String file, String path, Node node) {
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
    return text(key).orElseThrow(() -> missing(key));
  }

  private BootFault missing(String key) {
    return new BootFault("%s, line %d: %s%s is missing".formatted(file, line, path, key));
  }

  /// The value of `key` as `reader` takes it.
  ///
  /// @param reader says by an [IllegalArgumentException] what is expected
  <T> Optional<T> value(String key, Function<String, T> reader) {
    return node(key).map(n -> value(n, key, reader));
  }

  <T> T needValue(String key, Function<String, T> reader) {
    return value(key, reader).orElseThrow(() -> missing(key));
  }

  /// Each value in the list of `key` as `reader` takes it; empty if there is no such key.
  <T> Optional<List<T>> values(String key, Function<String, T> reader) {
    return node(key).map(n -> items(n, key).stream().map(i -> value(i, key, reader)).toList());
  }

  private <T> T value(Node node, String key, Function<String, T> reader) {
    try {
      return reader.apply(scalar(node, path + key));
    } catch (IllegalArgumentException e) {
      throw fault(node, path + key, String.valueOf(e.getMessage()));
    }
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(keys.keySet());
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
