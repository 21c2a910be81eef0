package hospital.wardbell.bench;

import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.conversation.Archive;
import hospital.wardbell.conversation.Conversations;
import hospital.wardbell.conversation.Ward;
import hospital.wardbell.identity.Sight;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What somebody at the console waits for, on a database of some size: a page of a conversation,
/// the inbox, words. The audit entry that each of them commits first is in the time.
final class Looking {
  private static final Actor NURSE = new Actor.Person(Id.random());
  private static final String LAN = "10.0.0.7";

  private final Report report;
  private final Ward ward;
  private final List<Id> conversations;
  private final Sight sight;
  private final Hospital hospital = new Hospital(2);
  private final int looks;

  Looking(Report report, Ward ward, boolean quick) {
    this.report = report;
    this.ward = ward;
    this.conversations = new Archive(ward).conversations();
    this.sight = new Sight(List.of(ward.desk(), ward.cardiology()));
    this.looks = quick ? 100 : 1000;
  }

  void measure() throws Exception {
    report.heading("Looking at it");
    open(conversations.getFirst());
    add("latest page of any conversation", () -> open(any()), Optional.of(15.0));
    add("latest page of the longest", () -> open(conversations.getLast()), Optional.of(15.0));
    add("inbox, who waits", () -> inbox(Conversations.View.WAITING), Optional.empty());
    add("inbox, all", () -> inbox(Conversations.View.ALL), Optional.empty());
    names();
    add(
        "patients by the beginning of a name",
        () -> patients(hospital.name().substring(0, 3)),
        Optional.of(100.0));
    add(
        "patients by four digits",
        () -> patients("01%02d".formatted(hospital.pick(100))),
        Optional.of(100.0));
    add("search, one word", () -> search(hospital.word()), Optional.of(100.0));
    add(
        "search, two words",
        () -> search(hospital.word() + " " + hospital.word()),
        Optional.of(100.0));
    add(
        "search, two words that are everywhere",
        () -> search("the appointment"),
        Optional.of(100.0));
    add("search, a word that nobody wrote", () -> search("absent"), Optional.of(100.0));
  }

  private Id any() {
    return conversations.get(hospital.patient(conversations.size()));
  }

  private int open(Id conversation) {
    return ward.conversations()
        .open(sight, conversation, NURSE, LAN)
        .orElseThrow()
        .messages()
        .size();
  }

  private int inbox(Conversations.View view) {
    return ward.conversations().inbox(sight, view, NURSE, LAN).waiting();
  }

  private void names() throws InterruptedException {
    long begun = System.nanoTime();
    ward.patients().start();
    Patience.await(
        Duration.ofMinutes(2),
        Duration.ofMillis(10),
        "all names",
        () -> ward.patients().find(sight, "none", 1, NURSE, LAN).isWhole());
    report.add(Figure.of("names read into memory", "", Archiving.seconds(begun), "s"));
  }

  private int patients(String typed) {
    return ward.patients().find(sight, typed, 50, NURSE, LAN).patients().size();
  }

  private int search(String words) {
    return ward.conversations()
        .search(sight, words, Optional.empty(), NURSE, LAN)
        .messages()
        .size();
  }

  private void add(String what, Callable<Integer> look, Optional<Double> most) throws Exception {
    double[] millis = new double[looks];
    long seen = 0;
    for (int i = 0; i < looks; i++) {
      long begun = System.nanoTime();
      seen += look.call();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    String words = "%d looks, %.1f found".formatted(looks, (double) seen / looks);
    report.add(Figure.of(what + ", median", words, millis[looks / 2], "ms"));
    Figure slow = Figure.of(what + ", 99 %", words, millis[looks * 99 / 100], "ms");
    report.add(most.map(slow::within).orElse(slow));
  }
}
