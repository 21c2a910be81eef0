package hospital.wardbell.practice;

import hospital.wardbell.practice.Personality.Saying;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Kinds of people whom every front desk knows.
final class Personalities {
  private static final String BUS_STORY =
      "Oh no, I just saw this 😱 I am SO sorry!! My bus broke down and then my phone died 📱🔋 and my"
          + " neighbour had to drive me home 🚗💨 Can I still come on the same day but later? Any time"
          + " after 2 is great for me, or Thursday morning 🙏🙏 Also tell the nurse with the green"
          + " glasses thank you 👩‍⚕️💚 she was so kind last time!";
  private static final String LIST_STORY =
      "OK here is my list 📝 1) the white ones in the morning 💊 2) the little yellow ones at night"
          + " 🌙 3) the drops, two in each eye 👀 I don't remember the names but I can take a photo of"
          + " the boxes if that helps?";

  private Personalities() {}

  /// Says yes, politely, and knows when a conversation is over.
  static Personality confirms() {
    return (heard, turn, chance) -> {
      if (turn == 0) {
        return Saying.in(
            5 + chance.nextInt(5),
            any(chance, "Yes", "YES", "Yes I'll be there, thank you", "yes, see you then"));
      }
      return asks(heard)
          ? Saying.in(8 + chance.nextInt(8), any(chance, "Yes that works", "Ok, sounds good"))
          : onlyOnce(turn, 1, Saying.in(6, "Thank you!"));
    };
  }

  /// Writes Spanish, with the accents that need another alphabet.
  static Personality speaksSpanish() {
    return (heard, turn, chance) ->
        switch (turn) {
          case 0 ->
              Saying.in(
                  9 + chance.nextInt(6),
                  any(
                      chance,
                      "Sí, ahí estaré. ¡Muchas gracias!",
                      "Sí, confirmo la cita. Gracias."));
          case 1 -> Saying.in(14, "¿Puedo llevar a mi hija? Ella me ayuda con el inglés.");
          case 2 -> Saying.in(12, "¿Tengo que venir en ayunas?");
          default -> asks(heard) ? Saying.in(10, "Sí, está bien.") : Optional.empty();
        };
  }

  /// Wants no texts, and says so once.
  static Personality optsOut() {
    return (_, turn, chance) ->
        onlyOnce(turn, 0, Saying.in(4 + chance.nextInt(4), any(chance, "STOP", "Stop", "stop ")));
  }

  /// Many words, many pictures.
  static Personality writesAtLength() {
    return (heard, turn, chance) ->
        switch (turn) {
          case 0 -> Saying.in(15 + chance.nextInt(10), BUS_STORY);
          case 1 -> Saying.in(25, LIST_STORY);
          default -> asks(heard) ? Saying.in(12, "👍👍") : Optional.empty();
        };
  }

  /// Is somebody else altogether.
  static Personality isTheWrongPerson() {
    return (_, turn, _) ->
        switch (turn) {
          case 0 -> Saying.in(7, "Who is this? I think you have the wrong number");
          case 1 -> Saying.in(9, "Wrong number. I am not a patient of yours.");
          default -> Optional.empty();
        };
  }

  /// Takes long, and answers with a question.
  static Personality asksSlowly() {
    return (heard, turn, chance) ->
        switch (turn) {
          case 0 -> Saying.in(45 + chance.nextInt(30), "What should I bring to the appointment?");
          case 1 -> Saying.in(60, "And can I take my blood pressure pills that morning?");
          default -> asks(heard) ? Saying.in(50, "Yes I think so") : Optional.empty();
        };
  }

  private static boolean asks(String heard) {
    return heard.contains("?");
  }

  private static Optional<Saying> onlyOnce(int turn, int when, Optional<Saying> saying) {
    return turn == when ? saying : Optional.empty();
  }

  private static String any(Random chance, String... sayings) {
    return List.of(sayings).get(chance.nextInt(sayings.length));
  }
}
