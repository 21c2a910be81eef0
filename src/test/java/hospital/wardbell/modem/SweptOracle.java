package hospital.wardbell.modem;

import hospital.wardbell.modem.ModemHealth.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what is wrong with a [SweptRun], by rules that hold whatever befell it.
final class SweptOracle {
  private static final String CUT = " […]";

  private final Dialogue dialogue;
  private final SweptRun unharmed;

  SweptOracle(Dialogue dialogue) throws InterruptedException {
    this.dialogue = dialogue;
    this.unharmed = SweptRun.of(dialogue, Optional.empty());
  }

  /// The dialogue to which nothing happens.
  SweptRun unharmed() {
    return unharmed;
  }

  /// What is wrong with the dialogue when `mishap` happens to it; empty if nothing is.
  List<String> wrongs(Mishap mishap) throws InterruptedException {
    SweptRun run;
    try {
      run = SweptRun.of(dialogue, Optional.of(mishap));
    } catch (RuntimeException e) {
      return List.of("the driver threw " + e);
    }
    List<String> wrongs = wrongs(run);
    if (mishap.keepsLinesWhole() && dialogue.comesToRest()) {
      wrongs.addAll(differences(run));
    }
    if (!wrongs.isEmpty()) {
      wrongs.add(run.transcript());
    }
    return wrongs;
  }

  /// What is wrong with `run`, whatever happened to it.
  List<String> wrongs(SweptRun run) {
    List<String> wrongs = new ArrayList<>(run.modem().wrongs);
    run.given().forEach(job -> textWrong(job, run.modem()).ifPresent(wrongs::add));
    for (SweptModem.Taken taken : run.modem().journal) {
      if (run.given().stream().noneMatch(job -> job.hex().equals(taken.hex()))) {
        wrongs.add("the modem was given what is no text: " + taken.hex());
      }
    }
    run.asked().forEach(chore -> errandWrong(chore).ifPresent(wrongs::add));
    if (run.modem().codesAsked > run.asked().size()) {
      wrongs.add("the code was asked %d times".formatted(run.modem().codesAsked));
    }
    if (run.modem().imsSwitched > 1) {
      wrongs.add("IMS was switched %d times".formatted(run.modem().imsSwitched));
    }
    if (run.modem().pinsGiven > dialogue.mostPins()) {
      wrongs.add("the PIN was given %d times".formatted(run.modem().pinsGiven));
    }
    if (dialogue.comesToRest() && !run.isAtRest()) {
      wrongs.add("does not come to rest: " + run.health());
    }
    return wrongs;
  }

  /// What the driver says of a text, held against what the modem did with it.
  private static Optional<String> textWrong(Job job, SweptModem modem) {
    List<SendOutcome> done =
        modem.journal.stream()
            .filter(taken -> taken.hex().equals(job.hex()))
            .map(SweptModem.Taken::outcome)
            .toList();
    SendOutcome said = job.outcome().getNow(new SendOutcome.NotTried("never settled"));
    boolean right =
        switch (said) {
          case SendOutcome.Accepted _ -> done.equals(List.of(said));
          case SendOutcome.Refused _ ->
              done.stream().allMatch(SendOutcome.Refused.class::isInstance);
          case SendOutcome.NotTried _ -> job.outcome().isDone() && done.isEmpty();
          case SendOutcome.Unknown _ -> done.size() <= 1;
        };
    return right ? Optional.empty() : Optional.of(said + " is said of a text that met " + done);
  }

  /// What is told of the network's words: they, whole or with a mark where the rest was lost.
  private static Optional<String> errandWrong(Chore chore) {
    ErrandOutcome said = chore.outcome().getNow(new ErrandOutcome.Told("never settled"));
    boolean right =
        switch (said) {
          case ErrandOutcome.Untold _ -> true;
          case ErrandOutcome.Told(var text) when text.endsWith(CUT) ->
              joined(SweptModem.WORDS).startsWith(joined(text.replace(CUT, "").lines().toList()));
          case ErrandOutcome.Told(var text) ->
              joined(text.lines().toList()).equals(joined(SweptModem.WORDS));
        };
    return right ? Optional.empty() : Optional.of(said + " is said of a code");
  }

  private static String joined(List<String> lines) {
    return String.join("", lines).replace(" ", "");
  }

  /// What became otherwise than in the unharmed dialogue.
  private List<String> differences(SweptRun run) {
    List<String> wrongs = new ArrayList<>();
    for (int i = 0; i < run.given().size(); i++) {
      SendOutcome said = run.given().get(i).outcome().join();
      if (!said.equals(unharmed.given().get(i).outcome().join())) {
        wrongs.add("all was heard, and yet: " + said);
      }
    }
    for (int i = 0; i < run.asked().size(); i++) {
      ErrandOutcome said = run.asked().get(i).outcome().join();
      if (!said.equals(unharmed.asked().get(i).outcome().join())) {
        wrongs.add("all was heard, and yet: " + said);
      }
    }
    ModemHealth health = run.health();
    boolean right =
        health.state() == State.REGISTERED
            && health.imei().equals(unharmed.health().imei())
            && health.operator().equals(unharmed.health().operator())
            && health.signalDbm().equals(unharmed.health().signalDbm())
            && health.trouble().isEmpty();
    if (!right) {
      wrongs.add("all was heard, and yet: " + health);
    }
    return wrongs;
  }
}
