package speedup.concept.lesson;

import java.util.List;

/**
 * A question with one right answer. Immutable.
 *
 * @param concept id of the concept that it is about
 * @param number within its concept, from 1
 * @param text what is asked
 * @param choices two to four different answers
 * @param right place of the right one among them, from 0
 * @param because told after the right answer
 * @param instead told after a wrong one
 */
public record Question(
    String concept,
    int number,
    String text,
    List<String> choices,
    int right,
    String because,
    String instead) {
  /** Copies the list and checks it. */
  public Question {
    choices = List.copyOf(choices);
    if (choices.size() < 2 || choices.size() > 4) {
      throw new IllegalArgumentException("two to four answers, not " + choices.size());
    }
    if (choices.stream().distinct().count() != choices.size()) {
      throw new IllegalArgumentException("the answers are different");
    }
    if (right < 0 || right >= choices.size()) {
      throw new IllegalArgumentException("no answer has the number " + (right + 1));
    }
  }

  /** Its name in the file of scores, such as {@code lock.2}. */
  public String id() {
    return concept + "." + number;
  }

  /** Whether this answer is the right one, from 0. */
  public boolean isRight(int choice) {
    return choice == right;
  }

  /** What to tell the one who chose an answer. */
  public String explanation(int choice) {
    return isRight(choice) ? because : instead;
  }
}
