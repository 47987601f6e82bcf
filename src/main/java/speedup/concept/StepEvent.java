package speedup.concept;

import java.io.Serializable;
import java.util.List;

/** What a process of a stage tells. Crosses from it to the app, in the order of what happens. */
sealed interface StepEvent extends Serializable {
  /** Which process, by its number in the stage. */
  int actor();

  /** It has begun. */
  record Began(int actor, long pid) implements StepEvent {}

  /**
   * It is about to do something.
   *
   * @param line of the source of its script
   * @param held whether it waits to be let go
   * @param holding the objects that it has acquired and not released
   */
  record Reached(
      int actor, int line, String object, String call, boolean held, List<String> holding)
      implements StepEvent {}

  /** It goes through a loop of many rounds and tells of none of them until it is held or done. */
  record Loops(int actor) implements StepEvent {}

  /** What an operation gave, or what is printed. */
  record Said(int actor, String text) implements StepEvent {}

  /**
   * Its script is over.
   *
   * @param failure what it threw, or empty text
   */
  record Ended(int actor, String failure) implements StepEvent {}
}
