package speedup.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import speedup.measure.TimedRun;

/** What a reader of a study should know, in sentences. */
final class StudyNotes {
  private StudyNotes() {}

  static List<String> of(
      List<TimedRun> runs, List<ScalingPoint> points, Found<FittedLaw> law, int physicalCores) {
    var notes = new ArrayList<String>();
    law.value().ifPresent(fit -> notes.add(Words.say("study.extrapolated", fit.mostWorkers())));
    var beyond = points.stream().mapToInt(ScalingPoint::workers).max().orElse(1);
    if (beyond > physicalCores) {
      notes.add(Words.say("study.beyondCores", physicalCores));
    }
    disturbed(runs).ifPresent(notes::add);
    int outliers = points.stream().mapToInt(ScalingPoint::outliers).sum();
    if (outliers > 0) {
      notes.add(Words.say("study.outliers", outliers));
    }
    return List.copyOf(notes);
  }

  static Optional<String> disturbed(List<TimedRun> runs) {
    long noisy = runs.stream().filter(TimedRun::noisy).count();
    return noisy == 0
        ? Optional.empty()
        : Optional.of(Words.say("study.noisy", noisy, runs.size(), TimedRun.NOISY));
  }
}
