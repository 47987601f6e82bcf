package speedup.concept.lesson;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import speedup.concept.StageState.Pace;

/**
 * One step of a lesson. Immutable.
 *
 * @param title for people
 * @param minutes how long it takes in class
 * @param action what to do, in words
 * @param notes for the teacher, not for the class
 * @param setting what is loaded for it
 * @param quiz the concept whose questions end the step
 */
public record LessonStep(
    String title,
    int minutes,
    String action,
    String notes,
    Setting setting,
    Optional<String> quiz) {
  /** What a step is about. */
  public sealed interface Setting {}

  /** Nothing is loaded: the class talks. */
  public record Talk() implements Setting {}

  /**
   * A stage.
   *
   * @param concept its id
   * @param variant the variant
   * @param pace how its processes go on at first
   * @param actors processes of the kind that can be many; empty for the usual
   */
  public record OnStage(String concept, String variant, Pace pace, OptionalInt actors)
      implements Setting {}

  /**
   * A workload.
   *
   * @param workload its id
   * @param settings what differs from its defaults
   * @param workers how many there are; empty for as many as chosen last
   * @param view where it is run
   */
  public record Work(
      String workload, Map<String, String> settings, OptionalInt workers, WorkView view)
      implements Setting {
    /** Copies the settings. */
    public Work {
      settings = Map.copyOf(settings);
    }
  }

  /** Where a workload is run. */
  public enum WorkView {
    /** One comparison. */
    RUN,
    /** A study of several numbers of workers. */
    SCALING
  }
}
