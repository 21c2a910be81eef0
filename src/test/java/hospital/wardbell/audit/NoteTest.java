package hospital.wardbell.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hospital.wardbell.base.Secret;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class NoteTest {
  private static final NoteSigner SIGNER = NoteSigner.of(Secret.copyOf(new byte[32]));
  private static final byte[] ROOT = new byte[32];

  @Test
  void the_key_of_a_seed_is_the_one_that_rfc_8032_makes_of_it() {
    KeyPair pair =
        NoteSigner.pair(
            HexFormat.of()
                .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    assertThat(HexFormat.of().formatHex(NoteSigner.publicOctets(pair)))
        .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  }

  @Test
  void a_note_that_another_program_signed_is_understood() {
    NoteKey key =
        NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
            .orElseThrow();
    String text =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.
        """;

    assertThat(
            key.signedText(
                text
                    + "\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1"
                    + "FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"))
        .contains(text);
  }

  @Test
  void the_same_seed_gives_the_same_key_and_another_gives_another() {
    byte[] other = new byte[32];
    other[31] = 1;

    assertThat(NoteSigner.of(Secret.copyOf(new byte[32])).verifier()).isEqualTo(SIGNER.verifier());
    assertThat(NoteSigner.of(Secret.copyOf(other)).verifier().name())
        .isNotEqualTo(SIGNER.verifier().name());
  }

  @Test
  void a_key_is_read_as_it_is_written() {
    assertThat(NoteKey.parse(SIGNER.verifier().written())).contains(SIGNER.verifier());
    assertThat(NoteKey.parse("name+00000000+" + "A".repeat(44))).isEmpty();
    assertThat(NoteKey.parse("")).isEmpty();
  }

  @Test
  void a_checkpoint_is_read_as_it_was_signed() {
    String note = SIGNER.checkpoint(1_234, ROOT);

    assertThat(note)
        .startsWith(
            SIGNER.verifier().name()
                + "\n1234\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n\u2014 "
                + SIGNER.verifier().name()
                + " ");
    assertThat(SIGNER.verifier().checkpoint(note))
        .contains(new Checkpoint(SIGNER.verifier().name(), 1_234, ROOT));
  }

  @Test
  void a_checkpoint_with_any_octet_changed_is_none() {
    byte[] note = SIGNER.checkpoint(7, ROOT).getBytes(StandardCharsets.UTF_8);

    for (int place = 0; place < note.length; place++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = note.clone();
        changed[place] ^= (byte) (1 << bit);
        String text = new String(changed, StandardCharsets.UTF_8);
        assertThat(SIGNER.verifier().checkpoint(text)).as("octet %d", place).isEmpty();
      }
    }
  }

  @Test
  void a_checkpoint_that_another_home_signed_is_none() {
    byte[] seed = new byte[32];
    seed[0] = 1;
    NoteSigner other = NoteSigner.of(Secret.copyOf(seed));

    assertThat(SIGNER.verifier().checkpoint(other.checkpoint(7, ROOT))).isEmpty();
  }
}
