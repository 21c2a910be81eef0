package hospital.wardbell.vault;

/// What is wrong with shares that were typed. Numbers of shares and words begin at 1; no word of a
/// share is ever repeated.
public sealed interface ShareMistake extends Recovered, ShareReading {
  /// A word that is not one of the list.
  record NoSuchWord(int share, int word) implements ShareMistake {
    @Override
    public String inWords() {
      return "Share %d: word %d is not one of the list. Look at the page again."
          .formatted(share, word);
    }
  }

  /// Words of one row whose checksum is another.
  record DoNotFit(int share, int first, int last) implements ShareMistake {
    @Override
    public String inWords() {
      return "Share %d: the words do not fit together. Look at words %d to %d."
          .formatted(share, first, last);
    }
  }

  /// More or fewer words than a share has.
  record WrongLength(int share, int words) implements ShareMistake {
    @Override
    public String inWords() {
      return "Share %d: a share has %d words, these are %d.".formatted(share, Share.WORDS, words);
    }
  }

  /// A share of another kit than those before it.
  record OtherKit(int share) implements ShareMistake {
    @Override
    public String inWords() {
      return "Share %d is of another kit than the one before it.".formatted(share);
    }
  }

  /// The same share as one before.
  record Twice(int share) implements ShareMistake {
    @Override
    public String inWords() {
      return "Share %d was typed before.".formatted(share);
    }
  }

  /// Fewer than the kit asks for.
  record TooFew(int needed, int typed) implements ShareMistake {
    @Override
    public String inWords() {
      return "%d shares are needed; these are %d.".formatted(needed, typed);
    }
  }

  /// A sentence for whoever typed.
  String inWords();
}
