package speedup.ui.view;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import speedup.concept.lesson.LessonStep;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;

/** What a view may ask of the others; the window knows where they are. JavaFX thread only. */
public interface Desk {
  /**
   * Runs a workload in the view of runs, which is shown.
   *
   * @param workload its id
   * @param settings what differs from its defaults
   */
  void run(String workload, Map<String, String> settings);

  /**
   * Runs a request again in the view of runs, the same in everything.
   *
   * @return false where something else runs
   */
  boolean runAgain(RunRequest request);

  /**
   * Makes a study again, the same in everything.
   *
   * @return false where something else runs
   */
  boolean studyAgain(SweepRequest request);

  /** Shows a run that is kept, in the view of history. */
  void showKept(String id);

  /**
   * Shows the view that has a use for a file, and gives the file to it.
   *
   * @return a sentence where there is none; empty where it was taken
   */
  Optional<String> take(Path file);

  /** Shows the stage or the workload of a step of a lesson, ready to be run. */
  void open(LessonStep.Setting setting);
}
