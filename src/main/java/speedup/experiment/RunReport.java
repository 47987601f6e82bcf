package speedup.experiment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.Comparison;
import speedup.workload.Shown;

/**
 * What an experiment found.
 *
 * @param request what was asked
 * @param settings all settings that were used, those chosen by the program included
 * @param environment the machine and the JVM
 * @param input the input in words
 * @param notes what the person should know about the input
 * @param items items of one run
 * @param chunkItems items in a chunk
 * @param runs every timed run, in the order in which they ran
 * @param resultInWords the workload's result
 * @param result the workload's result as JSON values
 * @param shown the workload's result in forms to look at
 * @param analysis speedup, efficiency, serial fraction and verdict of the engine that the report is
 *     about in the first place: the process pool, or the first one asked for
 * @param breakdown where the time of its median run went; of the baseline if alone
 * @param workers the workers of that same run
 * @param dispatchMicros median round trip of an empty task
 * @param engines every engine that ran, the baseline first
 */
public record RunReport(
    RunRequest request,
    Map<String, String> settings,
    Environment environment,
    String input,
    List<String> notes,
    long items,
    long chunkItems,
    List<TimedRun> runs,
    String resultInWords,
    Map<String, Object> result,
    List<Shown> shown,
    Optional<Analysis> analysis,
    Breakdown breakdown,
    List<WorkerStats> workers,
    double dispatchMicros,
    List<EngineReport> engines) {
  /** The times alone, in the same order. */
  public List<Sample> samples() {
    return runs.stream().map(TimedRun::sample).toList();
  }

  /** All engines side by side. */
  public Comparison comparison() {
    var breakdowns = new EnumMap<EngineKind, Breakdown>(EngineKind.class);
    engines.forEach(engine -> breakdowns.put(engine.engine(), engine.median().breakdown()));
    return Comparison.of(samples(), breakdowns);
  }
}
