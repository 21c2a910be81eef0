package hospital.wardbell.practice;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.pdu.DeliverTpdu;
import hospital.wardbell.pdu.MalformedPdu;
import hospital.wardbell.pdu.SubmitTpdu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// People who read texts and answer them, each in a way of their own; the same seed answers alike.
///
/// They never answer what plainly no person wrote, and each gives 30 answers at most, so that two
/// machines never talk to each other for ever. A number that is nobody's takes texts and is silent;
/// +12025550199 is not in use.
public final class PracticePatients implements People {
  static final PhoneNumber NOT_IN_USE = new PhoneNumber("+12025550199");

  private static final int MOST_ANSWERS = 30;
  private static final Duration BETWEEN_SEGMENTS = Duration.ofMillis(300);
  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "(?iu)unsubscribed|opted out|no more (texts|messages)|will not (text|receive)"
              + "|no recibir[áa] m[áa]s|ya no recibir[áa]");

  /// What is particular to an exercise.
  ///
  /// @param thinking how much of their natural time people take: 1 is natural, 0 at once
  /// @param outOfOrder whether the segments of a long answer arrive in disorder
  public record Manner(long seed, double thinking, boolean outOfOrder) {}

  private final Manner manner;
  private final Map<String, PracticePatient> patients;
  private final Map<PracticePatient, Integer> turns = new HashMap<>();
  private final Map<PracticePatient, Random> chances = new HashMap<>();
  private final Reassembly reassembly = new Reassembly();
  private final Composer composer = new Composer();

  public PracticePatients(List<PracticePatient> patients, Manner manner) {
    this.manner = manner;
    this.patients =
        patients.stream()
            .collect(Collectors.toMap(p -> p.number().canonical(), Function.identity()));
  }

  @Override
  public int hear(SubmitTpdu submit, Post post) {
    String destination = submit.destination().remote().canonical();
    if (destination.equals(NOT_IN_USE.canonical())) {
      return NOT_OBTAINABLE;
    }
    PracticePatient patient = patients.get(destination);
    if (patient != null) {
      whole(submit).ifPresent(text -> read(patient, text, post));
    }
    return RECEIVED;
  }

  private Optional<String> whole(SubmitTpdu submit) {
    try {
      return reassembly.add(submit);
    } catch (MalformedPdu e) {
      return Optional.empty(); // a phone shows nothing of it
    }
  }

  private void read(PracticePatient patient, String text, Post post) {
    int turn = turns.merge(patient, 1, Integer::sum) - 1;
    if (turn < MOST_ANSWERS && !AUTOMATIC.matcher(text).find()) {
      patient
          .personality()
          .answer(text, turn, chanceOf(patient))
          .ifPresent(saying -> send(patient, saying, post));
    }
  }

  private void send(PracticePatient patient, Personality.Saying saying, Post post) {
    List<DeliverTpdu> segments = new ArrayList<>(composer.compose(patient.number(), saying.text()));
    if (manner.outOfOrder()) {
      Collections.shuffle(segments, chanceOf(patient));
    }
    Duration at = saying.after();
    for (DeliverTpdu segment : segments) {
      post.send(segment, Duration.ofNanos((long) (at.toNanos() * manner.thinking())));
      at = at.plus(BETWEEN_SEGMENTS);
    }
  }

  private Random chanceOf(PracticePatient patient) {
    return chances.computeIfAbsent(
        patient, p -> new Random(manner.seed() ^ p.number().canonical().hashCode()));
  }
}
