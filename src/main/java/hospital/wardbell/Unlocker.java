package hospital.wardbell;

import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Incident;
import hospital.wardbell.base.Secret;
import hospital.wardbell.control.Refusal;
import hospital.wardbell.json.JsonObject;
import hospital.wardbell.store.StoreFault;
import hospital.wardbell.vault.ClosedKeyring;
import hospital.wardbell.vault.Keyring;
import hospital.wardbell.vault.Recovered;
import hospital.wardbell.vault.ShareMistake;
import hospital.wardbell.vault.Unlock;
import hospital.wardbell.vault.VaultFault;
import hospital.wardbell.web.console.SealedDoor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Opens a sealed home, for whoever has what opens it: at the server's command line, or on the page
/// that is shown while it is sealed. Any thread.
///
/// From the page, each wrong try makes the next wait twice as long, up to a minute, whoever tries:
/// the command line, which only the service's user and root reach, never waits.
final class Unlocker implements SealedDoor {
  private static final Logger LOG = System.getLogger(Unlocker.class.getName());
  private static final int LONGEST_SECONDS = 60;
  private static final int DOUBLINGS = 6; // 2^6 s is above the longest already

  private final Home home;
  private final InstantSource clock;
  private final Opens opens;
  private volatile boolean opening;
  private volatile Optional<String> trouble = Optional.empty();
  private final AtomicInteger wrong = new AtomicInteger();
  private int wrongInARow; // guarded by this
  private Instant notBefore = Instant.EPOCH; // guarded by this

  /// What takes over once the keyring is open.
  interface Opens {
    boolean isOpen();

    /// @throws RuntimeException a fault of one of the packages; what was handed over is closed then
    void open(Wiring parts);
  }

  Unlocker(Home home, InstantSource clock, Opens opens) {
    this.home = home;
    this.clock = clock;
    this.opens = opens;
  }

  /// How often somebody tried with what does not open it.
  int wrong() {
    return wrong.get();
  }

  /// What the command line asks: to open it by a passphrase or by shares; answers once it is open.
  synchronized JsonObject unlock(JsonObject request, Actor.Operator by) {
    if (opens.isOpen()) {
      throw new Refusal(3, "It is open already.");
    }
    boolean recovery = request.has("shares");
    Unlock unlock =
        recovery ? together(request.texts("shares")) : Unlocking.typed(request.text("passphrase"));
    try {
      return open(Keyring.open(home.keyring(), unlock), by, "cli", how(recovery));
    } catch (VaultFault e) {
      throw new Refusal(1, e.getMessage() + tries(e.kind()));
    } catch (StoreFault | BootFault e) {
      throw new Refusal(1, String.valueOf(e.getMessage()));
    }
  }

  private static Unlock together(List<String> shares) {
    return switch (Recovered.of(shares)) {
      case Recovered.Opener(Unlock.Recovery unlock) -> unlock;
      case ShareMistake mistake -> throw new Refusal(1, mistake.inWords());
    };
  }

  private static String how(boolean recovery) {
    return recovery ? "recovery-kit" : "passphrase";
  }

  /// Counts the wrong ones, and says how many there were.
  private String tries(VaultFault.Kind kind) {
    if (kind != VaultFault.Kind.WRONG_UNLOCK) {
      return "";
    }
    return " Tries so far: %d.".formatted(wrong.incrementAndGet());
  }

  /// @return what the command line tells of it
  private JsonObject open(Keyring keyring, Actor by, String origin, String how) {
    Wiring parts = Wiring.build(home, keyring, clock);
    if (wrong() > 0) {
      // There was no record to write it in until now.
      parts.audit().record(Entry.of(by, "key.refused").because(wrong() + " times"));
    }
    parts.audit().record(Entry.of(by, "key.unlocked").from(origin).because(how));
    opens.open(parts);
    return new JsonObject().put("stranded", parts.identity().passwordDesk().stranded());
  }

  @Override
  public Answer passphrase(Secret typed, String origin) {
    return tried(new Unlock.Passphrase(typed), origin, how(false));
  }

  @Override
  public Answer shares(List<String> typed, String origin) {
    return switch (Recovered.of(typed)) {
      case Recovered.Opener(Unlock.Recovery unlock) -> tried(unlock, origin, how(true));
      case ShareMistake mistake -> mistyped(mistake);
    };
  }

  private static Answer mistyped(ShareMistake mistake) {
    return switch (mistake) {
      case ShareMistake.NoSuchWord(int share, int word) -> say("no-such-word", share, word);
      case ShareMistake.DoNotFit(int share, int first, int last) ->
          say("do-not-fit", share, first, last);
      case ShareMistake.WrongLength(int share, int words) -> say("wrong-length", share, words);
      case ShareMistake.OtherKit(int share) -> say("other-kit", share);
      case ShareMistake.Twice(int share) -> say("twice", share);
      case ShareMistake.TooFew(int needed, int there) -> say("too-few", needed, there);
    };
  }

  private static Answer say(String what, Integer... numbers) {
    return new Answer.Mistyped(what, List.of(numbers));
  }

  private synchronized Answer tried(Unlock unlock, String origin, String how) {
    if (opening || opens.isOpen()) {
      return new Answer.Opening();
    }
    Duration left = Duration.between(clock.instant(), notBefore);
    if (left.isPositive()) {
      return new Answer.Wait(left);
    }
    try {
      Keyring keyring = Keyring.open(home.keyring(), unlock);
      opening = true;
      trouble = Optional.empty();
      Thread.ofPlatform().name("opening").start(() -> openApart(keyring, origin, how));
      return new Answer.Opening();
    } catch (VaultFault e) {
      if (e.kind() != VaultFault.Kind.WRONG_UNLOCK) {
        trouble = Optional.ofNullable(e.getMessage());
        return new Answer.Opening();
      }
      int _ = wrong.incrementAndGet();
      long seconds = Math.min(LONGEST_SECONDS, 1L << Math.min(wrongInARow, DOUBLINGS));
      notBefore = clock.instant().plusSeconds(seconds); // the trying itself took time
      wrongInARow++;
      return new Answer.Wrong();
    }
  }

  /// Opening takes seconds, and the page says so meanwhile.
  private void openApart(Keyring keyring, String origin, String how) {
    try {
      JsonObject _ = open(keyring, new Actor.Wardbell("unlock-page"), origin, how);
    } catch (StoreFault | BootFault e) {
      trouble = Optional.ofNullable(e.getMessage());
    } catch (RuntimeException e) {
      Incident incident = Incident.of(e);
      LOG.log(Level.ERROR, incident.line("opening"));
      trouble = Optional.of("Incident " + incident.id() + " is in the log.");
    } finally {
      opening = false;
    }
  }

  /// While `work` runs the page says that it is being opened.
  void during(Runnable work) {
    opening = true;
    trouble = Optional.empty();
    try {
      work.run();
    } finally {
      opening = false;
    }
  }

  @Override
  public boolean isOpening() {
    return opening;
  }

  @Override
  public Optional<String> trouble() {
    return trouble;
  }

  @Override
  public boolean isPassphraseOfOtherBuild() {
    try {
      return new ClosedKeyring(home.keyring()).isPassphraseOfOtherBuild();
    } catch (VaultFault _) {
      return false; // as below
    }
  }

  @Override
  public int sharesNeeded() {
    try {
      return new ClosedKeyring(home.keyring()).sharesNeeded();
    } catch (VaultFault _) {
      return 0; // what is wrong with the file is said to whoever tries
    }
  }
}
