package speedup.scaling;

import java.util.OptionalDouble;
import speedup.scaling.VerdictFacts.Chunks;
import speedup.scaling.VerdictFacts.Disturbance;

/** What the rules of the verdict look at, from a study, which keeps no workers of single runs. */
final class StudyFacts {
  private StudyFacts() {}

  static VerdictFacts of(
      ScalingStudy study, ScalingPoint baseline, ScalingPoint point, long items) {
    if (items < 1) {
      throw new IllegalArgumentException("a run has at least 1 item: " + items);
    }
    return of(study, baseline, point, chunks(point, items), false);
  }

  static VerdictFacts ofChain(ScalingStudy study, ScalingPoint baseline, ScalingPoint point) {
    return of(study, baseline, point, Chunks.UNKNOWN, true);
  }

  private static VerdictFacts of(
      ScalingStudy study, ScalingPoint baseline, ScalingPoint point, Chunks chunks, boolean chain) {
    double sequential = baseline.seconds().median();
    return new VerdictFacts(
        study.engine(),
        sequential,
        sequential / point.seconds().median(),
        Math.max(spread(baseline), spread(point)),
        point.workers(),
        study.physicalCores(),
        point.breakdown(),
        serialFraction(study),
        chunks,
        new Disturbance(point.medianRun().otherLoad(), OptionalDouble.empty()),
        chain);
  }

  private static double spread(ScalingPoint point) {
    var seconds = point.runs().stream().mapToDouble(MarkedRun::seconds).toArray();
    return Spread.relative(seconds, point.seconds().median());
  }

  private static OptionalDouble serialFraction(ScalingStudy study) {
    return study.ofProgram().value().stream()
        .mapToDouble(law -> law.serialFraction().value())
        .findFirst();
  }

  private static Chunks chunks(ScalingPoint point, long items) {
    long size = point.medianRun().chunkItems();
    long count = (items + size - 1) / size;
    var times = point.breakdown();
    return new Chunks(count, (times.compute() + times.serialise()) / count);
  }
}
