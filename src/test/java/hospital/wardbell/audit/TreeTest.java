package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {
  private static final HexFormat HEX = HexFormat.of();

  /// The entries that everybody tests such trees with.
  private static final List<byte[]> KNOWN =
      List.of(
              "",
              "00",
              "10",
              "2021",
              "3031",
              "40414243",
              "5051525354555657",
              "606162636465666768696a6b6c6d6e6f")
          .stream()
          .map(HEX::parseHex)
          .toList();

  private final Hasher hasher = new Hasher();
  private final Map<String, Tile> tiles = new HashMap<>();
  private final List<byte[]> leaves = new ArrayList<>();
  private final Edge edge = new Edge();

  private void grow(int entries) {
    while (leaves.size() < entries) {
      grow(hasher.leaf("entry " + leaves.size()));
    }
    edge.partial().forEach(this::keep);
  }

  private void grow(byte[] leafHash) {
    leaves.add(leafHash);
    edge.add(
        leafHash,
        (tile, root) -> {
          keep(tile);
          return root;
        });
  }

  private void keep(Tile tile) {
    tiles.put(tile.height() + "/" + tile.place(), tile);
  }

  private Tree tree(long entries) {
    return new Tree(
        (height, place) -> Objects.requireNonNull(tiles.get(height + "/" + place)), entries);
  }

  /// The root as the definition has it.
  private byte[] defined(int from, int to) {
    if (to - from <= 1) {
      return to == from ? hasher.empty() : leaves.get(from);
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return hasher.node(defined(from, middle), defined(middle, to));
  }

  @ParameterizedTest
  @CsvSource({
    "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  })
  void the_known_entries_have_the_known_roots(int entries, String root) {
    KNOWN.subList(0, entries).forEach(entry -> grow(hasher.leaf(entry)));

    assertThat(HEX.formatHex(edge.root())).isEqualTo(root);
  }

  @Test
  void the_edge_knows_the_root_at_every_size() {
    for (int entries = 0; entries <= 1_100; entries++) {
      grow(entries);

      assertThat(edge.root()).isEqualTo(defined(0, entries));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 70_000})
  void an_edge_read_again_goes_on_as_if_it_had_never_been_away(int entries) {
    grow(entries);
    Edge again = Edge.of(entries, edge.partial());
    byte[] next = hasher.leaf("the next");

    assertThat(again.root()).isEqualTo(edge.root()).isEqualTo(tree(entries).root());
    again.add(next, (_, root) -> root);
    grow(next);
    assertThat(again.root()).isEqualTo(edge.root());
  }

  @Test
  void tiles_of_another_tree_are_no_edge() {
    grow(300);
    List<Tile> partial = edge.partial();

    assertThatThrownBy(() -> Edge.of(301, partial)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Edge.of(300, partial.subList(1, partial.size())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void every_entry_of_every_small_tree_is_proven_to_be_in_it() {
    grow(130);

    for (int entries = 1; entries <= 130; entries++) {
      byte[] root = defined(0, entries);
      for (int leaf = 0; leaf < entries; leaf++) {
        List<byte[]> path = tree(entries).inclusion(leaf);
        assertThat(new Proofs().includes(leaf, entries, leaves.get(leaf), path, root)).isTrue();
      }
    }
  }

  @Test
  void every_small_tree_is_proven_to_begin_with_every_smaller_one() {
    grow(130);

    for (int entries = 1; entries <= 130; entries++) {
      byte[] root = defined(0, entries);
      for (int old = 0; old <= entries; old++) {
        List<byte[]> path = tree(entries).consistency(old);
        assertThat(new Proofs().continues(old, defined(0, old), entries, root, path)).isTrue();
      }
    }
  }

  @Test
  void a_tree_of_three_heights_proves_its_entries_and_beginnings() {
    grow(70_000);
    Random random = new Random(4);
    byte[] root = edge.root();

    for (int i = 0; i < 200; i++) {
      int leaf = random.nextInt(70_000);
      int old = 1 + random.nextInt(69_999);
      assertThat(
              new Proofs()
                  .includes(leaf, 70_000, leaves.get(leaf), tree(70_000).inclusion(leaf), root))
          .isTrue();
      assertThat(
              new Proofs()
                  .continues(old, tree(old).root(), 70_000, root, tree(70_000).consistency(old)))
          .isTrue();
    }
  }

  @Test
  void a_proof_with_one_octet_changed_or_one_hash_more_or_less_proves_nothing() {
    grow(300);
    byte[] root = edge.root();
    byte[] oldRoot = tree(201).root();
    List<byte[]> inclusion = tree(300).inclusion(117);
    List<byte[]> consistency = tree(300).consistency(201);

    for (List<byte[]> bad : damaged(inclusion)) {
      assertThat(new Proofs().includes(117, 300, leaves.get(117), bad, root)).isFalse();
    }
    for (List<byte[]> bad : damaged(consistency)) {
      assertThat(new Proofs().continues(201, oldRoot, 300, root, bad)).isFalse();
    }
    assertThat(new Proofs().includes(118, 300, leaves.get(117), inclusion, root)).isFalse();
    assertThat(new Proofs().includes(117, 300, leaves.get(118), inclusion, root)).isFalse();
    assertThat(new Proofs().continues(202, oldRoot, 300, root, consistency)).isFalse();
  }

  private static List<List<byte[]>> damaged(List<byte[]> path) {
    List<List<byte[]>> all = new ArrayList<>();
    IntStream.range(0, path.size())
        .forEach(i -> {
          List<byte[]> changed = new ArrayList<>(path);
          byte[] hash = path.get(i).clone();
          hash[i % Hasher.OCTETS] ^= 1;
          changed.set(i, hash);
          all.add(changed);
        });
    all.add(path.subList(1, path.size()));
    all.add(path.subList(0, path.size() - 1));
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(path.getFirst());
    all.add(longer);
    return all;
  }
}
