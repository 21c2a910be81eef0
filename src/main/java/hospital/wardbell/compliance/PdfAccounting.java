package hospital.wardbell.compliance;

import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An accounting of disclosures as PDF, in the patient's language.
record PdfAccounting(AccountingHead head, Wording words, Locale locale) {
  void write(OutputStream out) {
    String reference = head.request().reference().text();
    String made =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss zzz", locale)
            .format(head.made().atZone(head.zone()));
    try (Paper paper =
        new Paper(
            out,
            words.say("accounting.title"),
            head.language(),
            words.say("record.foot", head.hospital(), reference, made),
            words.say("record.page"))) {
      paper.line(words.say("record.hospital"), head.hospital());
      paper.line(words.say("record.reference"), reference);
      paper.line(words.say("record.received"), head.request().received().toString());
      paper.line(words.say("record.made"), made);
      paper.line(words.say("record.name"), head.name());
      paper.line(words.say("accounting.since"), head.since().toString());
      paper.section(words.say("accounting.all", head.disclosures().size()));
      head.disclosures().forEach(disclosure -> write(disclosure, paper));
      paper.section(words.say("record.end"));
      paper.text(words.say("record.letters"));
    }
  }

  private void write(Disclosure disclosure, Paper paper) {
    paper.section(disclosure.day().toString());
    paper.line(words.say("accounting.recipient"), disclosure.recipient());
    paper.line(words.say("accounting.what"), disclosure.what());
    paper.line(words.say("accounting.why"), disclosure.why());
  }
}
