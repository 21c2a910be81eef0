package hospital.wardbell.web.console;

import hospital.wardbell.base.Id;
import hospital.wardbell.identity.Identity;
import hospital.wardbell.identity.Permission;
import hospital.wardbell.identity.Staff;
import hospital.wardbell.identity.Training.Answered;
import hospital.wardbell.identity.Training.Outcome;
import hospital.wardbell.identity.lesson.Lesson;
import hospital.wardbell.identity.lesson.Topic;
import hospital.wardbell.web.NoSuchPage;
import hospital.wardbell.web.Reply;
import hospital.wardbell.web.Request;
import hospital.wardbell.web.Routes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everybody's own lessons: which are due, the text of each, and its check.
record TrainingPages(Identity identity, Shells shells, Views views) implements Console.Mounted {
  static final String PATH = "/training";
  static final String PLACE = "training";
  private static final String LESSON = PATH + "/:name";

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, Permission.OWN_SESSION, this::list);
    routes.get(LESSON, Permission.OWN_SESSION, this::show);
    routes.post(LESSON, Permission.OWN_SESSION, this::answer);
  }

  /// What each lesson is called in the reader's language.
  static Map<Topic, String> titles(Identity identity, String language) {
    return Arrays.stream(Topic.values())
        .collect(
            Collectors.toMap(
                Function.identity(), topic -> identity.training().lesson(topic, language).title()));
  }

  private Reply list(Request request) {
    Staff staff = request.signedIn().staff();
    return views.page(
        200,
        "training",
        Map.of(
            "shell",
            shells.of(request, PLACE),
            "learned",
            identity.training().of(staff.id()),
            "titles",
            titles(identity, request.language()),
            "until",
            identity.training().sendsUntil(staff),
            "mayReport",
            identity.permits(staff, Permission.READ_TRAINING)));
  }

  private static Topic topic(Request request) {
    return Topic.of(request.path().getOrDefault("name", "")).orElseThrow(NoSuchPage::new);
  }

  private Lesson lesson(Request request) {
    return identity.training().lesson(topic(request), request.language());
  }

  private Reply show(Request request) {
    Lesson lesson = lesson(request);
    return page(request, 200, lesson, LessonCheck.fresh(lesson), "");
  }

  private Reply page(
      Request request, int status, Lesson lesson, LessonCheck check, String problem) {
    return views.page(
        status,
        "lesson",
        Map.of(
            "shell",
            shells.of(request, PLACE),
            "lesson",
            lesson,
            "check",
            check,
            "name",
            request.signedIn().staff().name(),
            "problem",
            problem));
  }

  private Reply answer(Request request) {
    Lesson lesson = lesson(request);
    Answered answered =
        new Answered(
            lesson.topic(),
            form(request),
            number(request, "version").orElse(0),
            answers(request, lesson),
            request.field("attest").equals("yes"));
    Shell shell = shells.of(request, PLACE);
    return switch (identity
        .training()
        .answer(request.signedIn().staff(), answered, request.origin())) {
      case Outcome.Passed() -> new Reply.SeeOther(PATH);
      case Outcome.Changed() ->
          page(request, 409, lesson, LessonCheck.fresh(lesson), shell.say("training.changed"));
      case Outcome.Again again ->
          page(
              request,
              422,
              lesson,
              LessonCheck.again(lesson, answered.answers(), again),
              again.questions().isEmpty()
                  ? shell.say("training.unattested")
                  : shell.say("training.again", again.questions().size()));
    };
  }

  private static Id form(Request request) {
    try {
      return Id.parse(request.field("form"));
    } catch (IllegalArgumentException _) {
      throw new NoSuchPage();
    }
  }

  private static Map<Integer, Integer> answers(Request request, Lesson lesson) {
    Map<Integer, Integer> answers = new HashMap<>();
    for (int i = 0; i < lesson.questions().size(); i++) {
      int question = i;
      number(request, "q" + i).ifPresent(answer -> answers.put(question, answer));
    }
    return answers;
  }

  private static OptionalInt number(Request request, String field) {
    String typed = request.field(field);
    return typed.matches("[0-9]{1,4}")
        ? OptionalInt.of(Integer.parseInt(typed))
        : OptionalInt.empty();
  }
}
