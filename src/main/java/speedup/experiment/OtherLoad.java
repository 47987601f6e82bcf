package speedup.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.BackgroundLoad;
import speedup.measure.TimedRun;

/** What other programs did to the machine during runs. */
final class OtherLoad {
  /** In a shorter time one tick of the system's clock would count for too much. */
  private static final long LEAST_TICKS = 20;

  private OtherLoad() {}

  /** The share of the machine that others used between two readings. */
  static OptionalDouble between(Optional<BackgroundLoad> before, Optional<BackgroundLoad> after) {
    if (before.isEmpty()
        || after.isEmpty()
        || after.get().allTicks() - before.get().allTicks() < LEAST_TICKS) {
      return OptionalDouble.empty();
    }
    return before.get().shareUntil(after.get());
  }

  /** A note for the person where runs were disturbed. */
  static List<String> note(List<TimedRun> runs) {
    var noisy = runs.stream().filter(TimedRun::noisy).toList();
    if (noisy.isEmpty()) {
      return List.of();
    }
    var worst = noisy.stream().mapToDouble(run -> run.otherLoad().orElse(0)).max().orElseThrow();
    return List.of(
        "Other programs used up to %.0f %% of the processors during %d of %d runs; close them for a number to rely on."
            .formatted(100 * worst, noisy.size(), runs.size()));
  }
}
