package hospital.wardbell.modem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hospital.wardbell.modem.Profile.Announcements;
import hospital.wardbell.modem.Profile.Match;
import hospital.wardbell.modem.Profile.Reset;
import hospital.wardbell.modem.Profile.Sending;
import hospital.wardbell.modem.Profile.Start;
import hospital.wardbell.modem.Profile.Step;
import hospital.wardbell.modem.SendOutcome.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The driver acts on what the modem's profile says.
class ProfilesTest {
  private static final String TPDU = "0011000B912120550121F30000A70A";
  private static final Profile OWN =
      new Profile(
          "own",
          Optional.of(new Match("", "p1", "")),
          List.of(),
          new Start(Duration.ofSeconds(30), LineMarks.of("SMS DONE"), LineMarks.of("^EXIT*")),
          new Reset(false, Optional.of("AT^RESET"), Duration.ofSeconds(20)),
          List.of(new Step("AT^CURC=0", Duration.ofSeconds(2), false)),
          List.of("SM"),
          0,
          new Announcements(List.of(2), List.of(0), List.of(1)),
          new Sending(
              Duration.ofSeconds(90), Duration.ofSeconds(3), false, true, Map.of(38, Fault.MODEM)),
          List.of(),
          Optional.empty(),
          Profile.GENERIC.writing(),
          Profile.GENERIC.tells(),
          UssdCoding.PACKED,
          LineMarks.of("GOOD DAY*"));

  private @TempDir Path directory = Path.of("");
  private final StepClock clock = new StepClock();
  private final ScriptedLine modem =
      new ScriptedLine(clock)
          .on("AT", "OK")
          .on("AT+CMEE?", "+CMEE: 1", "OK")
          .on("ATE0", "OK")
          .on("ATV1", "OK")
          .on("ATQ0", "OK")
          .on("AT+CMEE=1", "OK")
          .on("AT+CGMI", "Practice", "OK")
          .on("AT+CGMM", "P1", "OK")
          .on("AT+CGMR", "1.0", "OK")
          .on("AT+CGSN", "860000000000015", "OK")
          .on("AT^CURC=0", "OK")
          .on("AT+CPIN?", "+CPIN: READY", "OK")
          .on("AT+CCID", "+CCID: 89001012345678901239", "OK")
          .on("AT+CSMS=1", "OK")
          .on("AT+CMGF=0", "OK")
          .on("AT+CSCS=\"GSM\"", "OK")
          .on("AT+CPMS=?", "+CPMS: (\"ME\",\"SM\"),(\"ME\",\"SM\"),(\"ME\",\"SM\")", "OK")
          .on("AT+CPMS=\"ME\",\"ME\",\"ME\"", "OK")
          .on("AT+CPMS=\"SM\",\"SM\",\"SM\"", "OK")
          .on("AT+CPMS?", "OK")
          .on("AT+CSCA?", "+CSCA: \"+12025550100\",145", "OK")
          .on("AT+CNMI=?", "+CNMI: (0-2),(0-3),(0,2),(0-2),(0,1)", "OK")
          .on("AT+CNMI=2,1,0,0,1", "OK")
          .on("AT+CNMI=2,1,0,1,0", "OK")
          .on("AT+CREG=2", "OK")
          .on("AT+CREG?", "+CREG: 2,1", "OK")
          .on("AT+CGREG=2", "ERROR")
          .on("AT+CEREG=2", "ERROR")
          .on("AT+CMMS=?", "+CMMS: (0-2)", "OK");
  private final Vitals vitals = new Vitals("front", _ -> {}, clock);

  @Test
  void a_modem_that_a_profile_fits_is_set_up_as_that_says() throws Exception {
    setUp(Profiles.of(List.of(OWN)));

    assertThat(modem.written())
        .containsSubsequence(
            "AT+CGSN", "AT^CURC=0", "AT+CPIN?", "AT+CPMS=\"SM\",\"SM\",\"SM\"", "AT+CNMI=2,1,0,0,1")
        .doesNotContain("AT+CPMS=\"ME\",\"ME\",\"ME\"", "AT+CMMS=?");
  }

  @Test
  void a_modem_that_none_fits_is_set_up_the_way_of_the_standards() throws Exception {
    modem.now("AT+CGMM", "Q9", "OK");

    setUp(Profiles.of(List.of(OWN)));

    assertThat(modem.written())
        .contains("AT+CPMS=\"ME\",\"ME\",\"ME\"", "AT+CNMI=2,1,0,1,0", "AT+CMMS=?")
        .doesNotContain("AT^CURC=0");
  }

  @Test
  void the_first_that_fits_is_taken_and_one_that_is_named_before_all() {
    Identity said = new Identity("Practice", "P1", "1.0", Optional.empty());
    Profile other = named("other", Optional.of(new Match("PRACTICE", "P", "^1")));
    Profile misfit = named("misfit", Optional.of(new Match("", "P1", "2")));
    Profile unmatched = named("unmatched", Optional.empty());

    assertThat(Profiles.of(List.of(unmatched, misfit, other, OWN)).choose(said, Optional.empty()))
        .isEqualTo(other);
    assertThat(Profiles.only(misfit).choose(said, Optional.empty())).isEqualTo(misfit);
    assertThat(Profiles.of(List.of(misfit)).choose(said, Optional.empty()))
        .isEqualTo(Profile.GENERIC);
  }

  @Test
  void of_two_that_fit_the_one_with_the_ports_numbers_is_taken() {
    Identity said = new Identity("Practice", "P1", "1.0", Optional.empty());
    Profile elsewhere = at("elsewhere", OWN.match(), "9001");
    Profile here = at("here", OWN.match(), "9011");
    Profiles both = Profiles.of(List.of(elsewhere, here));

    assertThat(both.choose(said, Optional.of(port("9011")))).isEqualTo(here);
    assertThat(both.choose(said, Optional.of(port("9999")))).isEqualTo(elsewhere);
    assertThat(both.choose(said, Optional.empty())).isEqualTo(elsewhere);
  }

  @Test
  void what_a_modem_says_counts_before_its_numbers_and_those_before_nothing() {
    Identity said = new Identity("Practice", "P1", "1.0", Optional.empty());
    Identity unheardOf = new Identity("", "Android", "", Optional.empty());
    Profile sameNumbers = at("same-numbers", Optional.empty(), "9001");
    Profiles both = Profiles.of(List.of(sameNumbers, OWN));

    assertThat(both.choose(said, Optional.of(port("9001")))).isEqualTo(OWN);
    assertThat(both.choose(unheardOf, Optional.of(port("9001")))).isEqualTo(sameNumbers);
    assertThat(both.reason(sameNumbers, unheardOf)).isEqualTo("it has these USB numbers");
    assertThat(both.choose(unheardOf, Optional.of(port("9999")))).isEqualTo(Profile.GENERIC);
  }

  private static UsbTree.Tty port(String product) {
    return new UsbTree.Tty(Path.of("/dev/ttyUSB2"), "1e0e", product, "02", "ff", "1-1", "once");
  }

  @Test
  void a_command_that_the_modem_refuses_is_done_without_unless_it_is_needed() throws Exception {
    modem.now("AT^CURC=0", "ERROR");
    setUp(Profiles.of(List.of(OWN)));
    Profile strict = with(new Step("AT^CURC=0", Duration.ofSeconds(2), true));

    assertThatThrownBy(() -> setUp(Profiles.of(List.of(strict))))
        .isInstanceOfSatisfying(
            ModemFault.class,
            e ->
                assertThat(e.trouble())
                    .isEqualTo(Trouble.of(Trouble.Kind.NOT_SET_UP, "AT^CURC=0")));
  }

  @Test
  void a_modem_whose_echo_is_to_be_checked_has_it_on_and_is_of_no_use_without() throws Exception {
    Profile checking =
        OwnProfile.of(directory, "match: {model: P1}\nline: {piece: 18, check-echo: true}");
    modem.on("ATE1", "OK").on("ATE1", "ERROR");

    setUp(Profiles.of(List.of(checking)));
    assertThat(modem.written()).containsSubsequence("ATE0", "AT+CGSN", "ATE1", "AT+CPIN?");

    assertThatThrownBy(() -> setUp(Profiles.of(List.of(checking))))
        .isInstanceOfSatisfying(
            ModemFault.class,
            e -> assertThat(e.trouble()).isEqualTo(Trouble.of(Trouble.Kind.NOT_SET_UP, "ATE1")));
  }

  @Test
  void a_modem_that_is_starting_is_waited_for_until_it_says_that_it_is_ready() throws Exception {
    Instant start = clock.instant();
    modem.now("AT+CPIN?", "+CME ERROR: 14").on("AT+CPIN?", "+CPIN: READY", "OK");

    setUp(Profiles.of(List.of(OWN)));
    assertThat(Duration.between(start, clock.instant()))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));

    start = clock.instant();
    modem.now("AT+CPIN?", "+CME ERROR: 14").on("AT+CPIN?", "+CPIN: READY", "OK", "SMS DONE");
    setUp(Profiles.of(List.of(OWN)));
    assertThat(Duration.between(start, clock.instant())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void a_line_that_says_a_restart_by_the_profile_ends_the_session() throws Exception {
    Session session = setUp(Profiles.of(List.of(OWN)));
    modem.say("^EXIT: 1");

    assertThatThrownBy(() -> session.turn(new ArrayDeque<>(), new ArrayDeque<>()))
        .isInstanceOfSatisfying(
            ModemFault.class, e -> assertThat(e.kind()).isEqualTo(ModemFault.Kind.RESTARTED));
  }

  @Test
  void a_text_is_handed_over_with_the_patience_and_the_errors_of_the_profile() throws Exception {
    AtDialogue at = new AtDialogue(modem, clock, _ -> {});
    Submitter submitter =
        new Submitter(at, OWN.sending(), OWN.sending().patience(), clock, false, AnyDomain.of(at));
    modem.on("AT+CMGS=24", "> ").on(TPDU + "^Z", "+CMS ERROR: 38");
    assertThat(submit(submitter)).isEqualTo(new SendOutcome.Refused(Fault.MODEM, 38));

    modem.now(TPDU + "^Z");
    assertThat(submit(submitter)).isEqualTo(new SendOutcome.Unknown(Duration.ofSeconds(90)));

    modem.now("AT+CMGS=24");
    Job _ = run(submitter, new Job(24, TPDU, false)); // gets in step first
    Instant start = clock.instant();
    assertThat(submit(submitter)).isInstanceOf(SendOutcome.NotTried.class);
    assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void an_ignored_line_is_no_part_of_an_answer() throws Exception {
    AtDialogue at = new AtDialogue(modem, clock, _ -> {});
    at.ignore(OWN.ignored());
    modem.on("AT+CMGL=4", "+CMGL: 1,0,,9", "GOOD DAY TO YOU", "0011", "OK");

    assertThat(at.ask(AtCommand.of("AT+CMGL=4")).information())
        .containsExactly("+CMGL: 1,0,,9", "0011");
  }

  private Session setUp(Profiles profiles) throws InterruptedException {
    Handover handover = new KeptArrivals().handover(clock);
    Modem.Setup setup =
        new Modem.Setup(
            "front",
            LineAddress.parse("/dev/modem"),
            "",
            Optional.empty(),
            Receiving.STORED,
            profiles,
            new KeptMemory(),
            Carriers.NONE,
            Cable.USUAL);
    Pin pin = new Pin(setup.name(), setup.pin(), setup.memory());
    Session session =
        new Session(
            modem, setup, pin, handover, vitals, new Ladder(), _ -> Optional.empty(), clock);
    session.turn(new ArrayDeque<>(), new ArrayDeque<>());
    return session;
  }

  private static SendOutcome submit(Submitter submitter) throws InterruptedException {
    return run(submitter, new Job(24, TPDU, false)).outcome().join();
  }

  private static Job run(Submitter submitter, Job job) throws InterruptedException {
    submitter.run(job);
    return job;
  }

  private static Profile named(String name, Optional<Match> match) {
    return ProfileLike.generic(name).match(match).profile();
  }

  private static Profile at(String name, Optional<Match> match, String product) {
    return ProfileLike.generic(name).match(match).at("1e0e", product, "02").profile();
  }

  private static Profile with(Step step) {
    return ProfileLike.like(OWN).saying(step).profile();
  }
}
