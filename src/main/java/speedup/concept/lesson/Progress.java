package speedup.concept.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was answered in the quizzes, and which steps of lessons are done. Immutable.
 *
 * @param answers the last answer to each question: the id of the question, and the place of the
 *     answer from 0
 * @param done the steps that are done by the lesson's id, from 0
 */
public record Progress(Map<String, Integer> answers, Map<String, Set<Integer>> done) {
  /** Nothing yet. */
  public static final Progress NONE = new Progress(Map.of(), Map.of());

  /** Copies everything. */
  public Progress {
    answers = Map.copyOf(answers);
    var copy = new TreeMap<String, Set<Integer>>();
    done.forEach((lesson, steps) -> copy.put(lesson, Set.copyOf(steps)));
    done = Map.copyOf(copy);
  }

  /**
   * How well a set of questions went.
   *
   * @param right answers that were right
   * @param answered questions that have an answer
   * @param questions all of them
   */
  public record Score(int right, int answered, int questions) {}

  /** With an answer to a question, instead of an earlier one. */
  public Progress answered(Question question, int choice) {
    if (choice < 0 || choice >= question.choices().size()) {
      throw new IllegalArgumentException("no answer has the number " + (choice + 1));
    }
    var next = new TreeMap<>(answers);
    next.put(question.id(), choice);
    return new Progress(next, done);
  }

  /** With a step of a lesson done, or open again. */
  public Progress step(Lesson lesson, int step, boolean isDone) {
    if (step < 0 || step >= lesson.steps().size()) {
      throw new IllegalArgumentException("the lesson has no step " + (step + 1));
    }
    var next = new TreeMap<>(done);
    var steps = new TreeSet<>(done.getOrDefault(lesson.id(), Set.of()));
    if (isDone) {
      steps.add(step);
    } else {
      steps.remove(step);
    }
    next.put(lesson.id(), steps);
    return new Progress(answers, next);
  }

  /** Without the answers to these questions. */
  public Progress forgetting(List<Question> questions) {
    var next = new TreeMap<>(answers);
    questions.forEach(question -> next.remove(question.id()));
    return new Progress(next, done);
  }

  /** Whether a step of a lesson is done. */
  public boolean isDone(Lesson lesson, int step) {
    return done.getOrDefault(lesson.id(), Set.of()).contains(step);
  }

  /** The first step that is not done; the number of steps when all are. */
  public int next(Lesson lesson) {
    var step = 0;
    while (step < lesson.steps().size() && isDone(lesson, step)) {
      step++;
    }
    return step;
  }

  /** How these questions went. */
  public Score score(List<Question> questions) {
    var answered =
        questions.stream().filter(question -> answers.containsKey(question.id())).toList();
    var right =
        answered.stream().filter(question -> question.isRight(answers.get(question.id()))).count();
    return new Score((int) right, answered.size(), questions.size());
  }
}
