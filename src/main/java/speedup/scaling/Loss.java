package speedup.scaling;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import speedup.scaling.Verdict.Part;

/**
 * Time of the workers that did not go into the work itself.
 *
 * @param part where it went; {@link Part#COMPUTE} stands for computing longer than sequentially
 * @param share of wall time times workers, above 0
 */
record Loss(Part part, double share) {
  /** All losses of the median run, the largest first. */
  static List<Loss> all(VerdictFacts facts) {
    var times = facts.breakdown();
    double total = times.total();
    return List.of(
            new Loss(Part.START, times.start() / total),
            new Loss(Part.WARM_UP, times.warmUp() / total),
            new Loss(Part.WAITING, times.waiting() / total),
            new Loss(Part.SERIALISE, times.serialise() / total),
            new Loss(Part.COMPUTE, (times.compute() - facts.sequentialSeconds()) / total),
            new Loss(Part.IDLE_TAIL, times.idleTail() / total),
            new Loss(Part.MERGE, times.merge() / total))
        .stream()
        .filter(loss -> loss.share > 0)
        .sorted(Comparator.comparingDouble(Loss::share).reversed())
        .toList();
  }

  /** The largest loss, empty where there is none. */
  static Optional<Loss> largest(VerdictFacts facts) {
    return all(facts).stream().findFirst();
  }
}
