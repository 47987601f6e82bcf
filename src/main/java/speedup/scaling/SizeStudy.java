package speedup.scaling;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.measure.TimedRun;

/**
 * How the size of the problem changes the speedup, on one number of workers.
 *
 * @param engine what is compared with the baseline
 * @param workers how many took part
 * @param points by size, ascending
 * @param winsFrom the smallest size measured from which on parallel is faster at every size;
 *     missing where it is not at the largest
 * @param sentence what the study shows
 */
public record SizeStudy(
    EngineKind engine,
    int workers,
    List<SizePoint> points,
    Found<Integer> winsFrom,
    String sentence) {
  /** Copies the list. */
  public SizeStudy {
    points = List.copyOf(points);
  }

  /**
   * Analyses a study of problem sizes.
   *
   * @param runs of one workload; runs of other engines and worker counts are left out
   * @param workers the worker count to look at
   */
  public static SizeStudy of(List<TimedRun> runs, EngineKind engine, int workers) {
    var baselines = bySize(runs, EngineKind.SEQUENTIAL, 1);
    var points =
        bySize(runs, engine, workers).entrySet().stream()
            .map(entry -> point(entry.getKey(), entry.getValue(), baselines.get(entry.getKey())))
            .toList();
    var winsFrom = winsFrom(points);
    return new SizeStudy(engine, workers, points, winsFrom, sentence(points, winsFrom, workers));
  }

  private static TreeMap<Integer, RunGroup> bySize(
      List<TimedRun> runs, EngineKind engine, int workers) {
    return runs.stream()
        .filter(run -> run.sample().engine() == engine && run.sample().workers() == workers)
        .collect(
            Collectors.groupingBy(
                TimedRun::size,
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), RunGroup::new)));
  }

  private static SizePoint point(int size, RunGroup group, RunGroup baseline) {
    Found<Summary> sequential =
        baseline == null
            ? Found.missing(Words.say("study.noBaseline"))
            : Found.of(baseline.summary());
    return new SizePoint(
        size,
        group.marked(),
        group.summary(),
        sequential,
        sequential.map(_ -> RunGroups.ratio(baseline, group)),
        group.median());
  }

  private static Found<Integer> winsFrom(List<SizePoint> points) {
    if (points.isEmpty()) {
      return Found.missing(Words.say("study.noRuns"));
    }
    if (points.stream().noneMatch(point -> point.speedup().isPresent())) {
      return Found.missing(Words.say("study.noBaseline"));
    }
    int first = points.size();
    while (first > 0 && points.get(first - 1).wins()) {
      first--;
    }
    return first < points.size()
        ? Found.of(points.get(first).size())
        : Found.missing(Words.say("sizes.neverYet", points.getLast().size()));
  }

  private static String sentence(List<SizePoint> points, Found<Integer> winsFrom, int workers) {
    if (!winsFrom.isPresent()) {
      return Words.say("sizes.none", workers, winsFrom.missing().orElseThrow());
    }
    int from = winsFrom.value().orElseThrow();
    double best =
        points.stream()
            .flatMap(point -> point.speedup().value().stream())
            .mapToDouble(Estimate::value)
            .max()
            .orElseThrow();
    return from == points.getFirst().size()
        ? Words.say("sizes.all", workers, best)
        : Words.say("sizes.from", workers, from, best);
  }
}
