package hospital.wardbell.modem;

import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.SendOutcome.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;

/// Sends one SUBMIT TPDU in PDU mode: `AT+CMGS=<length>`, prompt, TPDU, reference.
///
/// From the moment the TPDU is ended, only the modem's own word says what became of it; anything
/// less is [SendOutcome.Unknown].
///
/// @spec https://www.3gpp.org/dynareport/27005.htm#4.3 3GPP TS 27.005 §4.3 (+CMGS)
final class Submitter {
  /// How long the modem is believed to be in PDU mode once it said so.
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  private static final String TEXT_MODE = "1";

  /// A text that the modem repeated with a mistake, so that it was taken out again.
  static final SendOutcome.NotTried DAMAGED =
      new SendOutcome.NotTried("the line to the modem does not carry texts unharmed");

  private final AtDialogue at;
  private final Sending sending;
  private final Duration patience;
  private final InstantSource ticks;
  private final boolean keepsLink;
  private final SmsDomain domain;
  private boolean linkKept;
  private Instant nextMode = Instant.MIN;

  /// @param patience how long an answer to a TPDU may take
  /// @param keepsLink whether the modem knows `+CMMS`
  /// @param domain by which texts go out
  Submitter(
      AtDialogue at,
      Sending sending,
      Duration patience,
      InstantSource ticks,
      boolean keepsLink,
      SmsDomain domain) {
    this.at = at;
    this.sending = sending;
    this.patience = patience;
    this.ticks = ticks;
    this.keepsLink = keepsLink;
    this.domain = domain;
  }

  /// Does `job` and settles it, whatever happens.
  ///
  /// @throws ModemFault if the session is over
  void run(Job job) throws InterruptedException {
    try {
      if (isInTextMode()) {
        job.settle(new SendOutcome.NotTried("the modem does not leave its text mode"));
      } else {
        keepLink(job.more());
        job.settle(submit(job));
      }
    } catch (ModemFault e) {
      job.settle(new SendOutcome.NotTried(e.trouble().words()));
      throw e;
    } finally {
      job.settle(new SendOutcome.Unknown(Duration.ZERO));
    }
  }

  /// In text mode the length would be a telephone number, and the TPDU words for it. A modem may
  /// fall into that mode unnoticed, so it is asked before the first of a run of texts, and put
  /// back.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.2.3 3GPP TS 27.005 §3.2.3 (+CMGF)
  private boolean isInTextMode() throws InterruptedException {
    if (ticks.instant().isBefore(nextMode)) {
      return false;
    }
    boolean text = saysTextMode();
    if (text) {
      at.ask(AtCommand.of("AT+CMGF=0"));
      text = saysTextMode();
    }
    if (!text) {
      nextMode = ticks.instant().plus(BELIEVED);
    }
    return text;
  }

  private boolean saysTextMode() throws InterruptedException {
    return at.ask(AtCommand.of("AT+CMGF?")).information().stream()
        .anyMatch(line -> Fields.at(line, 0).equals(TEXT_MODE));
  }

  /// Without a prompt at once, one may come late: that entry is left, so that no command becomes a
  /// text and no text goes into the entry of another.
  private SendOutcome submit(Job job) throws InterruptedException {
    return switch (at.ask(AtCommand.cmgs(job.tpduOctets(), sending.promptPatience()))) {
      case AtResponse.Prompt() when job.mayGo() -> handOver(job);
      case AtResponse.Prompt() -> {
        at.getInStep();
        yield new SendOutcome.NotTried("the text was not to go after all");
      }
      case AtResponse.Refused refused -> {
        at.getInStep();
        yield refusal(refused);
      }
      case AtResponse.Silence(_, _) -> {
        at.getInStep();
        yield new SendOutcome.NotTried("the modem did not ask for the text");
      }
      case AtResponse.Ok(_) -> {
        at.getInStep();
        yield new SendOutcome.NotTried("the modem answered before the text was given");
      }
    };
  }

  private SendOutcome handOver(Job job) throws InterruptedException {
    AtCommand payload = AtCommand.payload(job.entry(sending.serviceCentre()), patience);
    if (at.checksEcho() && !at.enters(payload)) {
      at.getInStep(); // takes it out again
      return DAMAGED;
    }
    Instant start = ticks.instant();
    try {
      return switch (at.checksEcho() ? at.end(payload) : at.ask(payload)) {
        case AtResponse.Ok(var lines) -> accepted(lines, start);
        case AtResponse.Silence(_, var lines) -> accepted(lines, start);
        case AtResponse.Refused refused when !Refusals.settles(refused) -> {
          at.doubt();
          yield unknown(start);
        }
        case AtResponse.Refused refused -> refusal(refused);
        case AtResponse.Prompt() -> unknown(start);
      };
    } catch (ModemFault e) {
      job.settle(unknown(start));
      throw e;
    }
  }

  /// Believes a reference only if it is all that was said: what else there is may be the rest of
  /// its digits, or another's.
  private SendOutcome accepted(List<String> lines, Instant start) {
    List<String> said = lines.stream().distinct().toList();
    OptionalInt reference =
        said.size() == 1 ? Fields.number(said.getFirst(), 0) : OptionalInt.empty();
    return reference.isPresent() && reference.getAsInt() <= 255
        ? new SendOutcome.Accepted(reference.getAsInt())
        : unknown(start);
  }

  private SendOutcome unknown(Instant start) {
    return new SendOutcome.Unknown(Duration.between(start, ticks.instant()));
  }

  private SendOutcome refusal(AtResponse.Refused refused) {
    at.doubt(); // some modems go on waiting for a TPDU, and a command would become a text
    Fault usual = Refusals.fault(refused, sending.errors());
    return new SendOutcome.Refused(domain.fault(refused, usual), refused.code());
  }

  /// Keeps the link to the network between this text and the next, which saves its set-up time.
  ///
  /// @spec https://www.3gpp.org/dynareport/27005.htm#3.5.6 3GPP TS 27.005 §3.5.6 (+CMMS)
  private void keepLink(boolean more) throws InterruptedException {
    if (more && keepsLink && !linkKept) {
      at.ask(AtCommand.of("AT+CMMS=2")); // only costs time if it is refused
    }
    linkKept = more;
  }
}
