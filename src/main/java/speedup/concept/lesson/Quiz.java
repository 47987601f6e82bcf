package speedup.concept.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * The questions about the concepts, read from {@code speedup/concept/quiz/ID.properties}.
 *
 * <pre>
 * 1.text                  what is asked
 * 1.choice.1, ...         two to four answers
 * 1.right                 the number of the right one
 * 1.because               told after the right answer
 * 1.instead               told after a wrong one
 * </pre>
 */
public final class Quiz {
  private static final String FOLDER = "quiz/";
  private static final int LEAST = 2;
  private static final int MOST = 6;
  private static final int MOST_TEXT = 260;
  private static final int MOST_CHOICE = 120;
  private static final int MOST_EXPLANATION = 320;

  private Quiz() {}

  /** The concepts that have questions, in the order in which they are taught. */
  public static List<String> concepts() {
    return List.copyOf(DataFile.lines(FOLDER + "order.txt"));
  }

  /** All questions. */
  public static List<Question> all() {
    return concepts().stream().flatMap(concept -> of(concept).stream()).toList();
  }

  /**
   * The questions about a concept.
   *
   * @throws LessonDataException when there are none, or when their file is not right
   */
  public static List<Question> of(String concept) {
    return read(concept, DataFile.resource(FOLDER + concept));
  }

  static List<Question> read(String concept, DataFile file) {
    var questions = new ArrayList<Question>();
    while (questions.size() < MOST && file.hasUnder(questions.size() + 1 + ".")) {
      questions.add(question(concept, questions.size() + 1, file));
    }
    file.finish();
    if (questions.size() < LEAST) {
      throw file.wrong("has fewer than %d questions".formatted(LEAST));
    }
    return List.copyOf(questions);
  }

  private static Question question(String concept, int number, DataFile file) {
    var prefix = number + ".";
    var text = file.text(prefix + "text", MOST_TEXT);
    var choices = new ArrayList<String>();
    while (file.has(prefix + "choice." + (choices.size() + 1))) {
      choices.add(file.text(prefix + "choice." + (choices.size() + 1), MOST_CHOICE));
    }
    var right = file.number(prefix + "right", 1, Math.max(1, choices.size()));
    var because = file.text(prefix + "because", MOST_EXPLANATION);
    var instead = file.text(prefix + "instead", MOST_EXPLANATION);
    try {
      return new Question(concept, number, text, choices, right - 1, because, instead);
    } catch (IllegalArgumentException e) {
      throw file.wrong(prefix + "choice", e.getMessage(), text);
    }
  }
}
