package hospital.wardbell.compliance;

import hospital.wardbell.audit.Audit;
import hospital.wardbell.audit.Entry;
import hospital.wardbell.base.Actor;
import hospital.wardbell.base.Id;
import hospital.wardbell.compliance.Disposition.Done;
import hospital.wardbell.compliance.Disposition.Fate;
import hospital.wardbell.compliance.Disposition.Item;
import hospital.wardbell.compliance.Disposition.State;
import hospital.wardbell.contact.Keeping;
import hospital.wardbell.conversation.Erasing;
import hospital.wardbell.store.Store;
import hospital.wardbell.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Proposals to erase what has passed its time, from the proposal to the approval. Any thread.
///
/// Two persons stand for each: one who proposed it or looked through it, and another who approved.
/// What Wardbell proposes by itself, or somebody at the server, a person has to look through first.
public final class Dispositions {
  /// The most subjects of one proposal; what is over that is in the next.
  public static final int MOST = 1000;

  private static final int AT_ONCE = 100;

  /// What came of the wish to propose.
  public sealed interface Proposal {
    record Made(Id id, int subjects) implements Proposal {}

    /// Nothing has passed its time.
    record Nothing() implements Proposal {}

    /// Another is open, and is to be ended first.
    record Open(Id id) implements Proposal {}
  }

  /// What came of an act on a proposal.
  public enum Outcome {
    DONE,
    /// There is none of that id, or it is too late, or too early, for that.
    NOT_NOW,
    /// Whoever stands for it already must not be the one who approves.
    SAME_PERSON,
    /// Only a person who signed in may do that.
    NO_PERSON
  }

  /// A proposal and what is in it.
  public record Whole(Disposition disposition, List<Item> items) {
    public Whole {
      items = List.copyOf(items);
    }

    /// How many of a class have a fate.
    public long count(RecordClass of, Fate fate) {
      return items.stream().filter(item -> item.recordClass() == of && item.fate() == fate).count();
    }
  }

  private final Store store;
  private final Audit audit;
  private final InstantSource clock;
  private final RetentionPolicies policies;
  private final Due due;
  private final Erasing conversations;
  private final Keeping patients;
  private final DispositionTable table = new DispositionTable();

  Dispositions(
      Store store,
      Audit audit,
      InstantSource clock,
      RetentionPolicies policies,
      Due due,
      Erasing conversations,
      Keeping patients) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.policies = policies;
    this.due = due;
    this.conversations = conversations;
    this.patients = patients;
  }

  /// Looks for what has passed its time and proposes to erase it. Changes nothing else; it may take
  /// seconds.
  ///
  /// @param origin where the person is; empty for Wardbell itself
  public Proposal propose(Actor by, String origin) {
    Optional<Disposition> open = store.read(sql -> table.in(sql, State.PROPOSED, State.REVIEWED));
    if (open.isPresent()) {
      return new Proposal.Open(open.get().id());
    }
    RetentionPolicy policy = policies.now();
    List<Due.Over> over = over(policy);
    if (over.isEmpty()) {
      return new Proposal.Nothing();
    }
    Id id = Id.random();
    Instant now = clock.instant();
    Done proposed = new Done(now, by.label());
    boolean person = by instanceof Actor.Person;
    Disposition made =
        new Disposition(
            id,
            person ? State.REVIEWED : State.PROPOSED,
            policy.words(),
            policy.version(),
            proposed,
            person ? Optional.of(proposed) : Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    store.change(tx -> {
      table.insert(tx, made);
      for (int place = 0; place < over.size(); place++) {
        table.insert(tx, item(id, place, over.get(place)));
      }
      audit.record(
          tx,
          Entry.of(by, "retention.proposed")
              .about(id)
              .from(origin)
              .because("%d subjects, policy %d".formatted(over.size(), policy.version())));
    });
    return new Proposal.Made(id, over.size());
  }

  private static Item item(Id disposition, int place, Due.Over over) {
    return new Item(
        disposition,
        place,
        over.recordClass(),
        over.subject(),
        over.key(),
        over.standing().anchor(),
        over.standing().until(),
        Fate.LISTED,
        false);
  }

  private List<Due.Over> over(RetentionPolicy policy) {
    LocalDate today = clock.instant().atZone(policy.zone()).toLocalDate();
    // Whatever is younger than an adult's time is not over by any rule.
    Instant youngest =
        today.minusYears(policy.adultYears()).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Due.Over> over = new ArrayList<>();
    some(
        over,
        store.read(sql -> conversations.silentSince(sql, youngest)),
        few -> store.read(sql -> due.conversations(sql, policy, today, few)));
    List<Due.Over> going = List.copyOf(over);
    some(
        over,
        store.read(sql -> patients.madeBefore(sql, youngest)),
        few -> store.read(sql -> due.patients(sql, policy, today, few, going)));
    if (over.size() < MOST) {
      over.addAll(store.read(sql -> due.rawDays(sql, policy, today, MOST - over.size())));
    }
    return over;
  }

  /// A few at a time, until there are enough.
  private static <T> void some(
      List<Due.Over> over, List<T> all, Function<List<T>, List<Due.Over>> look) {
    for (int from = 0; from < all.size() && over.size() < MOST; from += AT_ONCE) {
      look.apply(all.subList(from, Math.min(all.size(), from + AT_ONCE))).stream()
          .limit(MOST - over.size())
          .forEach(over::add);
    }
  }

  /// Takes subjects out of a proposal before it is approved.
  ///
  /// @return how many there were
  public int takeOut(Id disposition, List<Integer> places, TakenOut why, Actor by, String origin) {
    return store.write(tx -> {
      if (table.find(tx, disposition).filter(d -> d.state().isOpen()).isEmpty()) {
        return 0;
      }
      List<Item> out =
          table.items(tx, disposition).stream()
              .filter(item -> item.fate() == Fate.LISTED && places.contains(item.place()))
              .toList();
      out.forEach(item -> table.fate(tx, item, Fate.TAKEN_OUT, clock.instant()));
      if (!out.isEmpty()) {
        audit.record(
            tx,
            Entry.of(by, "retention.taken-out")
                .about(disposition)
                .from(origin)
                .because(why + ", " + out.size() + " subjects"));
      }
      return out.size();
    });
  }

  /// Why a subject is taken out.
  public enum TakenOut {
    STILL_IN_CARE,
    LEGAL,
    WRONG_DATES,
    OTHER
  }

  /// A person has looked through it and stands for it.
  public Outcome review(Id disposition, Actor by, String origin) {
    return act(
        disposition,
        by,
        origin,
        "retention.reviewed",
        (tx, d, now) -> {
          if (d.state() != State.PROPOSED) {
            return Outcome.NOT_NOW;
          }
          table.reviewed(tx, d.id(), by, now);
          return Outcome.DONE;
        });
  }

  /// Another person approves; from now on it is carried out.
  public Outcome approve(Id disposition, Actor by, String origin) {
    return act(
        disposition,
        by,
        origin,
        "retention.approved",
        (tx, d, now) -> {
          if (d.state() != State.REVIEWED) {
            return Outcome.NOT_NOW;
          }
          if (d.proposed().by().equals(by.label())
              || d.reviewed().filter(done -> done.by().equals(by.label())).isPresent()) {
            return Outcome.SAME_PERSON;
          }
          table.approved(tx, d.id(), by, now);
          return Outcome.DONE;
        });
  }

  /// It is not carried out.
  public Outcome withdraw(Id disposition, Actor by, String origin) {
    return act(
        disposition,
        by,
        origin,
        "retention.withdrawn",
        (tx, d, now) -> {
          if (!d.state().isOpen()) {
            return Outcome.NOT_NOW;
          }
          table.ended(tx, d.id(), State.WITHDRAWN, now, Optional.empty());
          return Outcome.DONE;
        });
  }

  private interface Act {
    Outcome on(Tx tx, Disposition disposition, Instant now);
  }

  private Outcome act(Id disposition, Actor by, String origin, String name, Act act) {
    return store.write(tx -> {
      Outcome outcome =
          by instanceof Actor.Person
              ? table
                  .find(tx, disposition)
                  .map(d -> act.on(tx, d, clock.instant()))
                  .orElse(Outcome.NOT_NOW)
              : Outcome.NO_PERSON;
      Entry entry =
          outcome == Outcome.DONE
              ? Entry.of(by, name)
              : Entry.of(by, "retention.refused").because(outcome.name());
      audit.record(tx, entry.about(disposition).from(origin));
      return outcome;
    });
  }

  /// The newest first, at most 100.
  public List<Disposition> newest() {
    return store.read(table::newest);
  }

  public Optional<Whole> find(Id disposition) {
    return store.read(
        sql -> table.find(sql, disposition).map(d -> new Whole(d, table.items(sql, disposition))));
  }
}
