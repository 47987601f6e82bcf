package speedup.scaling;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import speedup.measure.EngineKind;
import speedup.measure.Interval;
import speedup.measure.TimedRun;

/**
 * How the size of the chunks changes the time, on one number of workers.
 *
 * @param engine what was measured
 * @param workers how many took part
 * @param items of one run
 * @param points by chunk size, ascending
 * @param best the point with the shortest median; missing without runs
 * @param asGood chunk sizes, ascending, whose times cannot be told from the best's: their intervals
 *     meet, or, without intervals, their ranges do; the best one included
 * @param model the times by chunk size
 * @param perChunk seconds for handing over one chunk, of the model
 * @param sentence what the study shows
 */
public record ChunkStudy(
    EngineKind engine,
    int workers,
    long items,
    List<ChunkPoint> points,
    Found<ChunkPoint> best,
    List<Long> asGood,
    Found<ChunkModel> model,
    Found<Estimate> perChunk,
    String sentence) {
  /** Fewer chunk sizes than coefficients and one more are explained by anything. */
  public static final int MIN_FOR_MODEL = 4;

  /** Copies the lists. */
  public ChunkStudy {
    points = List.copyOf(points);
    asGood = List.copyOf(asGood);
  }

  /**
   * Analyses a study of chunk sizes.
   *
   * @param runs of one workload at one size; runs of other engines and worker counts are left out
   * @param workers the worker count to look at
   * @param items of one run
   * @throws IllegalArgumentException for less than 1 worker or item
   */
  public static ChunkStudy of(List<TimedRun> runs, EngineKind engine, int workers, long items) {
    if (workers < 1 || items < 1) {
      throw new IllegalArgumentException(
          "chunks are of at least 1 item for at least 1 worker: %d, %d".formatted(items, workers));
    }
    var all = RunGroups.of(runs, engine);
    TreeMap<Long, RunGroup> groups =
        runs.stream()
            .filter(run -> run.sample().engine() == engine && run.sample().workers() == workers)
            .collect(
                Collectors.groupingBy(
                    TimedRun::chunkItems,
                    TreeMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), RunGroup::new)));
    var points =
        groups.entrySet().stream()
            .map(entry -> point(all.baseline(), entry.getKey(), entry.getValue()))
            .toList();
    var best =
        points.stream()
            .reduce((a, b) -> b.seconds().median() < a.seconds().median() ? b : a)
            .map(Found::of)
            .orElseGet(() -> Found.missing(Words.say("study.noRuns")));
    var asGood = best.value().map(point -> asGood(points, point)).orElse(List.of());
    var fit = groups.size() < MIN_FOR_MODEL ? null : new ChunkFit(groups, workers, items);
    Found<ChunkModel> model =
        fit == null
            ? Found.missing(Words.say("chunks.fewSizes", MIN_FOR_MODEL, groups.size()))
            : Found.of(fit.model());
    return new ChunkStudy(
        engine,
        workers,
        items,
        points,
        best,
        asGood,
        model,
        model.map(_ -> fit.perChunk()),
        sentence(best, points, asGood));
  }

  private static ChunkPoint point(Optional<RunGroup> baseline, long chunkItems, RunGroup group) {
    return new ChunkPoint(
        chunkItems,
        group.marked(),
        group.summary(),
        baseline
            .map(one -> Found.of(RunGroups.ratio(one, group)))
            .orElseGet(() -> Found.missing(Words.say("study.noBaseline"))),
        group.median());
  }

  private static List<Long> asGood(List<ChunkPoint> points, ChunkPoint best) {
    double worst = range(best).high();
    return points.stream()
        .filter(point -> range(point).low() <= worst)
        .map(ChunkPoint::chunkItems)
        .toList();
  }

  private static Interval range(ChunkPoint point) {
    var seconds = point.seconds();
    return seconds.interval().orElseGet(() -> new Interval(seconds.min(), seconds.max()));
  }

  private static String sentence(
      Found<ChunkPoint> best, List<ChunkPoint> points, List<Long> asGood) {
    if (points.size() < 2) {
      return Words.say("chunks.tooFew");
    }
    var point = best.value().orElseThrow();
    if (asGood.size() == points.size()) {
      return Words.say("chunks.allAlike", point.chunkItems(), point.seconds().median());
    }
    var slowest =
        points.stream()
            .reduce((a, b) -> b.seconds().median() > a.seconds().median() ? b : a)
            .orElseThrow();
    return Words.say(
        slowest.chunkItems() < point.chunkItems() ? "chunks.small" : "chunks.large",
        point.chunkItems(),
        point.seconds().median(),
        slowest.chunkItems(),
        slowest.seconds().median() / point.seconds().median());
  }
}
