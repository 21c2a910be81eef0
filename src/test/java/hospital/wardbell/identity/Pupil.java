package hospital.wardbell.identity;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Training.Answered;
import hospital.wardbell.identity.Training.Learned;
import hospital.wardbell.identity.Training.Outcome;
import hospital.wardbell.identity.lesson.Question;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody at the front desk who has done no lesson yet, where no rule asks for any.
record Pupil(Home home, Staff staff) {
  static Pupil in(Home home) {
    home.settings.set(Settings.Key.TRAINING_REQUIRED, "off", Home.ADMIN);
    home.settings.set(Settings.Key.TRAINING_MONTHS, "12", Home.ADMIN);
    home.clock.forward(Duration.ofDays(100)); // beyond the grace that the pupil before began
    return new Pupil(home, home.nurse().staff());
  }

  private Training training() {
    return home.identity.training();
  }

  Map<Integer, Integer> right(Topic topic) {
    List<Question> questions = training().lesson(topic, "en").questions();
    Map<Integer, Integer> answers = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      answers.put(i, questions.get(i).right());
    }
    return answers;
  }

  Answered form(Topic topic, Map<Integer, Integer> answers, boolean attested) {
    int version = training().lesson(topic, "en").version();
    return new Answered(topic, Id.random(), version, answers, attested);
  }

  Outcome answer(Answered form) {
    return training().answer(staff, form, Home.DESK);
  }

  void pass(Topic topic) {
    if (!answer(form(topic, right(topic), true)).equals(new Outcome.Passed())) {
      throw new IllegalStateException("the right answers did not pass");
    }
  }

  void passAll() {
    for (Topic topic : Topic.values()) {
      pass(topic);
    }
  }

  Learned learned(Training asked, Topic topic) {
    return asked.of(staff.id()).stream()
        .filter(each -> each.topic() == topic)
        .findFirst()
        .orElseThrow();
  }

  Learned learned(Topic topic) {
    return learned(training(), topic);
  }

  Training.State state(Topic topic) {
    return learned(topic).state();
  }
}
