package hospital.wardbell.compliance;

import hospital.wardbell.base.PhoneNumber;
import hospital.wardbell.consent.Ledger;
import hospital.wardbell.conversation.Message;
import hospital.wardbell.conversation.Transcripts;
import hospital.wardbell.conversation.Transcripts.Line;
import hospital.wardbell.conversation.Transcripts.Talk;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// A copy of a patient's record as PDF, written message by message, in the patient's language.
final class PdfRecord {
  private final RecordHead head;
  private final People people;
  private final Transcripts transcripts;
  private final Wording words;
  private final DateTimeFormatter times;

  PdfRecord(RecordHead head, People people, Transcripts transcripts, Wording words, Locale locale) {
    this.head = head;
    this.people = people;
    this.transcripts = transcripts;
    this.words = words;
    // With the seconds and the zone: it is a record.
    this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", locale);
  }

  void write(OutputStream out) throws IOException {
    String reference = head.request().reference().text();
    String foot = words.say("record.foot", head.hospital(), reference, time(head.made()));
    try (Paper paper =
        new Paper(
            out, words.say("record.title"), head.language(), foot, words.say("record.page"))) {
      opening(paper, reference);
      consent(paper);
      for (Talk talk : head.talks()) {
        write(talk, paper);
      }
      paper.section(words.say("record.end"));
      paper.text(words.say("record.letters"));
    }
  }

  private void opening(Paper paper, String reference) {
    paper.line(words.say("record.hospital"), head.hospital());
    paper.line(words.say("record.reference"), reference);
    paper.line(words.say("record.received"), head.request().received().toString());
    paper.line(words.say("record.made"), time(head.made()));
    paper.section(words.say("record.patient"));
    paper.line(words.say("record.name"), head.name());
    paper.line(
        words.say("record.language"), Locale.of(head.language()).getDisplayLanguage(locale()));
    paper.line(
        words.say("record.numbers"),
        head.numbers().stream().map(PhoneNumber::e164).collect(Collectors.joining(", ")));
    paper.line(words.say("record.talks"), Integer.toString(head.talks().size()));
    if (head.left() > 0) {
      paper.text(words.say("record.left", head.left()));
    }
  }

  private Locale locale() {
    return times.getLocale();
  }

  private void consent(Paper paper) {
    paper.section(words.say("record.consent"));
    head.consent().forEach((number, all) -> all.forEach(said -> paper.text(said(number, said))));
    if (head.consent().values().stream().allMatch(all -> all.isEmpty())) {
      paper.text(words.say("record.consent.none"));
    }
  }

  private String said(PhoneNumber number, Ledger.Said said) {
    return words.say(
        "record.said",
        time(said.at()),
        number.e164(),
        words.say("record.said." + said.standing()),
        words.say("record.method." + said.method()),
        people.named(said.by()));
  }

  private void write(Talk talk, Paper paper) throws IOException {
    paper.section(
        words.say(
            "record.talk", talk.remote().canonical(), head.teams().getOrDefault(talk.team(), "")));
    if (talk.shared()) {
      paper.text(words.say("record.shared"));
    }
    transcripts.read(talk.id(), line -> paper.item(above(line), text(line)));
  }

  private String above(Line line) {
    StringJoiner above = new StringJoiner(" · ");
    above.add(time(line.at()));
    above.add(words.say(line.ours() ? "record.sent" : "record.came"));
    line.message().ifPresent(message -> describe(message, above));
    return above.toString();
  }

  private void describe(Message message, StringJoiner above) {
    switch (message) {
      case Message.Received received -> {
        if (received.missingParts() > 0) {
          above.add(words.say("record.missing", received.missingParts()));
        }
      }
      case Message.Written written -> {
        above.add(people.name(written.author()));
        above.add(words.say("state." + written.state().kind()));
      }
      case Message.Deleted _ -> {
        // who deleted it, and why, stands where its text was
      }
    }
    above.add(message.reference().text());
  }

  private String text(Line line) {
    return line.message().map(this::text).orElseGet(() -> words.say("record.erased"));
  }

  private String text(Message message) {
    if (message instanceof Message.Deleted(_, _, _, var how)) {
      return words.say(
          "record.deleted",
          people.name(how.by()),
          time(how.at()),
          words.say("deleted.why." + how.why()));
    }
    return message.text().isEmpty() ? words.say("record.no-words") : message.text();
  }

  private String time(Instant at) {
    ZonedDateTime local = at.atZone(head.zone());
    return times.format(local);
  }
}
