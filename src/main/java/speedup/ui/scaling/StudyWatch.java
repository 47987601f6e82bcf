package speedup.ui.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.TimedRun;

/**
 * Takes every event of a study on whatever thread it comes, and holds what the window asks for. All
 * fields are guarded by this.
 */
final class StudyWatch implements Consumer<RunEvent> {
  /**
   * A moment of a study.
   *
   * @param phase what it is busy with
   * @param fraction of the phase, NaN where it is not known
   * @param detail of the phase in words, empty where there is none
   * @param ready worker processes that are up
   * @param runs timed runs so far
   * @param measuringNanos time since the first timed run began; 0 before
   * @param items of one run; 0 before the input is there
   * @param input in words, empty before it is there
   */
  record Look(
      Phase phase,
      double fraction,
      String detail,
      int ready,
      List<TimedRun> runs,
      long measuringNanos,
      long items,
      String input) {}

  private final Runnable onRun;
  private final List<TimedRun> runs = new ArrayList<>();
  private Phase phase = Phase.PREPARE;
  private double fraction = Double.NaN;
  private String detail = "";
  private int ready;
  private long measuringSince;
  private long items;
  private String input = "";

  /**
   * Watches.
   *
   * @param onRun called on any thread after each timed run
   */
  StudyWatch(Runnable onRun) {
    this.onRun = onRun;
  }

  @Override
  public void accept(RunEvent event) {
    take(event);
    if (event instanceof RunEvent.RunFinished) {
      onRun.run();
    }
  }

  private synchronized void take(RunEvent event) {
    switch (event) {
      case RunEvent.PhaseStarted started -> {
        phase = started.phase();
        fraction = Double.NaN;
        detail = "";
      }
      case RunEvent.PhaseProgress progress -> {
        fraction = progress.fraction();
        detail = progress.detail();
      }
      case RunEvent.InputReady there -> {
        items = there.items();
        input = there.description();
      }
      case RunEvent.RunStarted started -> {
        if (started.repeat() > 0 && measuringSince == 0) {
          measuringSince = System.nanoTime();
        }
      }
      case RunEvent.RunFinished done -> runs.add(done.run());
      case RunEvent.OfWorker(PoolEvent.Ready _) -> ready++;
      case RunEvent.OfWorker _,
          RunEvent.SequentialProgress _,
          RunEvent.ChainProgress _,
          RunEvent.PartialResult _ -> {}
    }
  }

  synchronized Look look() {
    return new Look(
        phase,
        fraction,
        detail,
        ready,
        List.copyOf(runs),
        measuringSince == 0 ? 0 : System.nanoTime() - measuringSince,
        items,
        input);
  }
}
