package hospital.wardbell.modem;

import hospital.wardbell.base.NetworkCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/// What the driver and a modem may have to say to each other.
enum Dialogue {
  SET_UP {
    @Override
    void prepare(SweptModem modem) {
      modem.locked = true;
      modem.store("ME", 0, Samples.message(1));
      modem.store("SM", 1, Samples.message(2));
    }
  },
  LAST_TRY_OF_THE_PIN {
    @Override
    void prepare(SweptModem modem) {
      modem.locked = true;
      modem.pinTries = 1;
    }
  },
  TEXTS {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.addAll(List.of("11", "112", "7"));
      jobs.add(job(1, true));
      jobs.add(job(2, true));
      jobs.add(job(3, false));
    }
  },
  SET_UP_FOR_A_CARRIER {
    @Override
    Profile profile() {
      return CarrierSamples.profile(SERVICES, Optional.of(CarrierSamples.IMS));
    }

    @Override
    void prepare(SweptModem modem) {
      modem.centre = "";
    }
  },
  REFUSED_DOMAIN {
    @Override
    Profile profile() {
      return CarrierSamples.profile(SERVICES, Optional.empty());
    }

    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.addAll(List.of("+CMS ERROR: 69", "12", "+CMS ERROR: 69"));
      jobs.add(job(1, false));
      jobs.add(job(2, false));
      jobs.add(job(3, false));
    }
  },
  REFUSED_TEXT {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.addAll(List.of("+CMS ERROR: 500", "12", "+CMS ERROR: 38"));
      jobs.add(job(1, false));
      jobs.add(job(2, false));
      jobs.add(job(3, false));
    }
  },
  REFUSED_PROMPT {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.add("12");
      modem.once.put("AT+CMGS=" + OCTETS, "+CMS ERROR: 302");
      jobs.add(job(1, true));
      jobs.add(job(2, false));
    }
  },
  WITHDRAWN_TEXT {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.add("12");
      jobs.add(new Job(OCTETS, Samples.submit(1), true, CompletableFuture.completedFuture(false)));
      jobs.add(job(2, false));
    }
  },
  ANNOUNCED {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.store("ME", 1, Samples.message(1));
      modem.store("ME", 12, Samples.message(2));
      modem.store("SM", 1, Samples.message(3));
      modem.store("SM", 12, Samples.message(4));
      modem.sayUnasked("+CMTI: \"ME\",12");
      modem.sayUnasked("+CMTI: \"SM\",12");
      modem.sayUnasked("+CMTI: \"ME\",1");
      modem.sayUnasked("+CMTI: \"SM\",1");
      jobs.add(job(1, false));
    }
  },
  GIVEN_DIRECTLY {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.give("+CDS: ", Samples.report(1));
      jobs.add(job(1, false));
    }
  },
  TEXT_GIVEN_DIRECTLY {
    @Override
    Receiving receiving() {
      return Receiving.DIRECT;
    }

    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.give("+CMT: ,", Samples.message(1));
      modem.store("SM", 1, Samples.message(2));
      modem.sayUnasked("+CMTI: \"SM\",1");
      jobs.add(job(1, false));
    }
  },
  STORED_UNANNOUNCED {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.store("ME", 1, Samples.message(1));
      modem.store("ME", 5, Samples.report(2));
      modem.store("ME", 12, Samples.message(3));
      modem.store("ME", 15, Samples.message(4));
    }
  },
  STORED_IN_BOTH_STORES {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      for (int index = 1; index <= EACH; index++) {
        modem.store("ME", index, Samples.message(index));
        modem.store("SM", index, Samples.message(EACH + index));
      }
      modem.sayUnasked("+CMTI: ,-1"); // has the own store looked through
      modem.sayUnasked("+CMTI: \"SM\",1");
    }
  },
  NETWORK_CODE {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.verdicts.addAll(List.of("11", "12"));
      jobs.add(job(1, true));
      jobs.add(job(2, false));
    }

    @Override
    void ask(Queue<Chore> chores, Instant latest) {
      chores.add(new Chore(new Errand.Ask(new NetworkCode(SweptModem.CODE)), latest));
    }
  },
  AFTER_A_SILENCE {
    @Override
    void begin(SweptModem modem, Queue<Job> jobs) {
      modem.slow.put("AT+CMMS=2", Duration.ofMillis(6500));
      modem.verdicts.addAll(List.of("11", "12"));
      jobs.add(job(1, true));
      jobs.add(job(2, false));
    }
  };

  private static final int EACH = 8;
  private static final List<Integer> SERVICES = List.of(1, 3);
  private static final int OCTETS = SweptModem.octets(Samples.submit(0));

  private static Job job(int number, boolean more) {
    return new Job(OCTETS, Samples.submit(number), more);
  }

  /// Before the line is opened.
  void prepare(SweptModem modem) {}

  /// Once the modem is set up.
  void begin(SweptModem modem, Queue<Job> jobs) {}

  Receiving receiving() {
    return Receiving.STORED;
  }

  Profile profile() {
    return Profile.GENERIC;
  }

  /// Errands to be done beside the texts.
  void ask(Queue<Chore> chores, Instant latest) {}

  boolean isSetUp() {
    return this == SET_UP || this == LAST_TRY_OF_THE_PIN || this == SET_UP_FOR_A_CARRIER;
  }

  /// Whether it ends with a modem in use; a person must enter a PIN that has one try left.
  boolean comesToRest() {
    return this != LAST_TRY_OF_THE_PIN;
  }

  int mostPins() {
    return this == SET_UP ? 1 : 0;
  }
}
