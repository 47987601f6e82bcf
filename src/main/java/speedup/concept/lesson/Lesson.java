package speedup.concept.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.StageState.Pace;

/**
 * An ordered path through stages and workloads. Immutable. Read from {@code
 * speedup/concept/lessons/ID.properties}, or from a file that a teacher wrote; each step has
 *
 * <pre>
 * 1.title, 1.minutes, 1.do, 1.notes
 * 1.stage                 id of a concept, with 1.variant, 1.pace (free, slow, held) and 1.actors
 * 1.workload              or id of a workload, with 1.workers, 1.view (run, scaling), and 1.set.ID
 *                         for each setting; with neither of the two the class talks
 * 1.quiz                  id of the concept whose questions end the step
 * </pre>
 *
 * @param id its name in files: small letters, digits and hyphens
 * @param title for people
 * @param summary what it is about
 * @param steps one after the other
 */
public record Lesson(String id, String title, String summary, List<LessonStep> steps) {
  private static final String FOLDER = "lessons/";
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,60}");
  private static final int MOST_STEPS = 60;
  private static final int MOST_MINUTES = 60;
  private static final int MOST_WORKERS = 256;
  private static final int MOST_TITLE = 60;
  private static final int MOST_SUMMARY = 300;
  private static final int MOST_WORDS = 1_200;
  private static final int MOST_VALUE = 200;

  /** Copies the list. */
  public Lesson {
    steps = List.copyOf(steps);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a lesson's name has small letters, digits and hyphens: " + id);
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a lesson has steps");
    }
  }

  /** The minutes of all steps. */
  public int minutes() {
    return steps.stream().mapToInt(LessonStep::minutes).sum();
  }

  /** The lessons that come with the program. */
  public static List<Lesson> all() {
    return DataFile.lines(FOLDER + "order.txt").stream()
        .map(id -> read(id, DataFile.resource(FOLDER + id)))
        .toList();
  }

  /**
   * Reads a lesson that somebody wrote.
   *
   * @param id its name in the file of progress
   * @throws LessonDataException when something in it is missing or not right
   */
  public static Lesson read(String id, byte[] file) {
    return read(id, DataFile.read(id + ".properties", file));
  }

  private static Lesson read(String id, DataFile file) {
    var title = file.text("title", MOST_TITLE);
    var summary = file.text("summary", MOST_SUMMARY);
    var steps = new ArrayList<LessonStep>();
    while (steps.size() < MOST_STEPS && file.hasUnder(steps.size() + 1 + ".")) {
      steps.add(step(steps.size() + 1 + ".", file));
    }
    file.finish();
    if (steps.isEmpty()) {
      throw file.wrong("has no step: the first one begins with 1.title");
    }
    return new Lesson(id, title, summary, steps);
  }

  private static LessonStep step(String prefix, DataFile file) {
    return new LessonStep(
        file.text(prefix + "title", MOST_TITLE),
        file.number(prefix + "minutes", 1, MOST_MINUTES),
        file.text(prefix + "do", MOST_WORDS),
        file.text(prefix + "notes", MOST_WORDS),
        setting(prefix, file),
        file.optional(prefix + "quiz", MOST_TITLE));
  }

  private static LessonStep.Setting setting(String prefix, DataFile file) {
    var stage = file.optional(prefix + "stage", MOST_TITLE);
    var workload = file.optional(prefix + "workload", MOST_TITLE);
    if (stage.isPresent() && workload.isPresent()) {
      throw file.wrong(prefix + "workload", "is one too many beside a stage", workload.get());
    }
    if (stage.isPresent()) {
      return new LessonStep.OnStage(
          stage.get(),
          file.optional(prefix + "variant", MOST_TITLE).orElse(Concept.NORMAL),
          word(prefix + "pace", file, Pace.class).orElse(Pace.FREE),
          file.optionalNumber(prefix + "actors", 2, ConceptLab.MOST_ACTORS));
    }
    return workload
        .<LessonStep.Setting>map(id ->
            new LessonStep.Work(
                id,
                file.under(prefix + "set.", MOST_VALUE),
                file.optionalNumber(prefix + "workers", 1, MOST_WORKERS),
                word(prefix + "view", file, LessonStep.WorkView.class)
                    .orElse(LessonStep.WorkView.RUN)))
        .orElseGet(LessonStep.Talk::new);
  }

  private static <E extends Enum<E>> Optional<E> word(String key, DataFile file, Class<E> words) {
    var text = file.optional(key, MOST_TITLE);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    for (var word : words.getEnumConstants()) {
      if (word.name().toLowerCase(Locale.ROOT).equals(text.get())) {
        return Optional.of(word);
      }
    }
    var known =
        List.of(words.getEnumConstants()).stream()
            .map(word -> word.name().toLowerCase(Locale.ROOT))
            .toList();
    throw file.wrong(key, "is one of " + String.join(", ", known), text.get());
  }
}
