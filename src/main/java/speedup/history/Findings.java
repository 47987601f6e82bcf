package speedup.history;

import static speedup.measure.EngineKind.SEQUENTIAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import speedup.experiment.RunReport;
import speedup.experiment.SweepRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Summary;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.Comparison;

/**
 * What the times of a run say, in the order and under the names of {@code run --json}.
 *
 * @param analysis of the main engine; empty for the baseline alone and where runs are missing
 * @param missing why there is no analysis
 * @param breakdown where the time of the main engine's median run went; of the baseline if alone
 * @param workers the workers of that same run; empty where they are not known
 * @param comparison one sentence on what the times of several engines show
 * @param engines every engine that ran, the baseline first
 */
public record Findings(
    Optional<Analysis> analysis,
    Optional<String> missing,
    Breakdown breakdown,
    List<WorkerStats> workers,
    Optional<String> comparison,
    List<OfEngine> engines) {
  private static final Breakdown NOTHING = new Breakdown(0, 0, 0, 0, 0, 0, 0);
  private static final String BASELINE_ONLY =
      "only the sequential baseline was run; compare it with --engine processes";

  /**
   * One engine against the baseline.
   *
   * @param timed its times and speedup
   * @param breakdown where the time of its median run went
   * @param analysis of it; empty for the baseline itself
   */
  public record OfEngine(
      Comparison.Timed timed, Breakdown breakdown, Optional<Analysis> analysis) {}

  /** Those of a report, which has them already. */
  public static Findings of(RunReport report) {
    var comparison = report.comparison();
    return new Findings(
        report.analysis(),
        report.analysis().isPresent() ? Optional.empty() : Optional.of(BASELINE_ONLY),
        report.breakdown(),
        report.workers(),
        comparison.finding(),
        report.engines().stream()
            .map(engine ->
                new OfEngine(
                    comparison.of(engine.engine()).orElseThrow(),
                    engine.median().breakdown(),
                    engine.analysis()))
            .toList());
  }

  /** Works them out again from what was kept. */
  public static Findings of(KeptRun run) {
    var timed = comparable(run);
    var main = run.request().main().orElse(SEQUENTIAL);
    var breakdowns = new EnumMap<EngineKind, Breakdown>(EngineKind.class);
    timed.forEach((engine, runs) -> breakdowns.put(engine, median(runs).breakdown()));
    var breakdown = breakdowns.getOrDefault(main, NOTHING);
    if (!timed.containsKey(SEQUENTIAL)) {
      return new Findings(
          Optional.empty(),
          Optional.of("there is no run of the sequential baseline to compare with"),
          breakdown,
          run.workers(),
          Optional.empty(),
          List.of());
    }
    var comparison =
        Comparison.of(
            timed.values().stream().flatMap(List::stream).map(TimedRun::sample).toList(),
            breakdowns);
    var engines = new ArrayList<OfEngine>();
    timed.forEach((engine, runs) ->
        engines.add(
            new OfEngine(
                comparison.of(engine).orElseThrow(),
                breakdowns.get(engine),
                analysis(run, engine, timed))));
    var analysis =
        engines.stream()
            .filter(engine -> engine.timed().engine() == main)
            .findFirst()
            .flatMap(OfEngine::analysis);
    return new Findings(
        analysis,
        analysis.isPresent() ? Optional.empty() : Optional.of(reason(run, timed)),
        breakdown,
        run.workers(),
        comparison.finding(),
        List.copyOf(engines));
  }

  private static String reason(KeptRun run, Map<EngineKind, List<TimedRun>> timed) {
    if (run.request().main().isEmpty()) {
      return BASELINE_ONLY;
    }
    return timed.size() > 1
        ? "this study changes something else than the number of workers"
        : "there is no run of %s to compare the baseline with"
            .formatted(run.request().main().get().id());
  }

  /** The runs at size 1, of each engine those with the most workers, in the engines' order. */
  private static Map<EngineKind, List<TimedRun>> comparable(KeptRun run) {
    var timed = new EnumMap<EngineKind, List<TimedRun>>(EngineKind.class);
    for (var engine : EngineKind.values()) {
      var all = all(run, engine);
      var most = all.stream().mapToInt(one -> one.sample().workers()).max().orElse(1);
      var runs = all.stream().filter(one -> one.sample().workers() == most).toList();
      if (!runs.isEmpty()) {
        timed.put(engine, runs);
      }
    }
    return timed;
  }

  /** The times of an engine at size 1 and its most workers. */
  static Optional<Summary> times(KeptRun run, EngineKind engine) {
    return Optional.ofNullable(comparable(run).get(engine))
        .map(
            runs -> Summary.of(runs.stream().mapToDouble(one -> one.sample().seconds()).toArray()));
  }

  private static List<TimedRun> all(KeptRun run, EngineKind engine) {
    return run.runs().stream()
        .filter(one -> one.size() == 1 && one.sample().engine() == engine)
        .toList();
  }

  private static Optional<Analysis> analysis(
      KeptRun run, EngineKind engine, Map<EngineKind, List<TimedRun>> timed) {
    if (engine == SEQUENTIAL || !aboutWorkers(run)) {
      return Optional.empty();
    }
    // all worker counts: the fit lives on them
    var runs = run.runs().stream().filter(one -> one.size() == 1).toList();
    var median = median(timed.get(engine));
    var trace = run.traces().get(engine);
    var main = run.request().main().equals(Optional.of(engine));
    return Optional.of(
        Analysis.of(
            runs,
            engine,
            new Analysis.MedianRun(
                median.sample().workers(),
                trace == null ? median.breakdown() : trace.breakdown(),
                trace != null ? trace.workers() : main ? run.workers() : List.of(),
                median.otherLoad(),
                false),
            run.environment().physicalCores()));
  }

  private static boolean aboutWorkers(KeptRun run) {
    return run.study()
        .map(study -> study.axis() == SweepRequest.Axis.WORKERS && !study.weak())
        .orElse(true);
  }

  /** The run in the middle, the faster one of two. */
  static TimedRun median(List<TimedRun> runs) {
    var sorted =
        runs.stream().sorted(Comparator.comparingDouble(run -> run.sample().seconds())).toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
