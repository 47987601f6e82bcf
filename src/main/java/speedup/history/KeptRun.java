package speedup.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.UUID;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.RunTrace;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;

/**
 * A run or a study as it is kept: what was asked and what was measured. What it means is worked out
 * again from that, see {@link Findings}. Immutable.
 *
 * @param id unlike that of any other
 * @param when it was made, to the millisecond
 * @param note what the person wrote about it; empty where nothing
 * @param request what was asked; of a study, what it runs
 * @param study what else was asked of a study; empty for a run
 * @param settings all settings that were used, those chosen by the program included
 * @param environment the machine and the JVM
 * @param input the input in words
 * @param notes what the person should know about the input
 * @param items items of one run, at size 1
 * @param chunkItems items in a chunk; empty for a study, where each timed run has its own
 * @param runs every timed run, in the order in which they ran
 * @param resultInWords the workload's result
 * @param result the same as JSON values
 * @param dispatchMicros median round trip of an empty task; empty where it is not known
 * @param workers the workers of the median run of the main engine; empty where not known
 * @param traces the median run of each engine; empty for a study, and where a trace is missing
 */
public record KeptRun(
    String id,
    Instant when,
    String note,
    RunRequest request,
    Optional<SweepRequest> study,
    Map<String, String> settings,
    Environment environment,
    String input,
    List<String> notes,
    long items,
    OptionalLong chunkItems,
    List<TimedRun> runs,
    String resultInWords,
    Map<String, Object> result,
    OptionalDouble dispatchMicros,
    List<WorkerStats> workers,
    Map<EngineKind, RunTrace> traces) {
  /** What is kept. */
  public enum Kind {
    /** One comparison of engines. */
    RUN,
    /** The same work at many worker counts, chunk sizes or problem sizes. */
    STUDY
  }

  /** Copies what could change. */
  public KeptRun {
    when = when.truncatedTo(ChronoUnit.MILLIS);
    settings = Collections.unmodifiableMap(new java.util.LinkedHashMap<>(settings));
    notes = List.copyOf(notes);
    runs = List.copyOf(runs);
    result = Json.plain(result);
    workers = List.copyOf(workers);
    traces =
        traces.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new EnumMap<>(Map.copyOf(traces)));
  }

  /** What is kept of a run that has just been made. */
  public static KeptRun of(RunReport report) {
    var traces = new EnumMap<EngineKind, RunTrace>(EngineKind.class);
    report.engines().forEach(engine -> traces.put(engine.engine(), engine.median()));
    return new KeptRun(
        newId(),
        Instant.now(),
        "",
        report.request(),
        Optional.empty(),
        report.settings(),
        report.environment(),
        report.input(),
        report.notes(),
        report.items(),
        OptionalLong.of(report.chunkItems()),
        report.runs(),
        report.resultInWords(),
        report.result(),
        finite(report.dispatchMicros()),
        report.workers(),
        traces);
  }

  /** What is kept of a study that has just been made. */
  public static KeptRun of(SweepReport report) {
    return new KeptRun(
        newId(),
        Instant.now(),
        "",
        report.request().run(),
        Optional.of(report.request()),
        report.settings(),
        report.environment(),
        report.input(),
        report.notes(),
        report.items(),
        OptionalLong.empty(),
        report.runs(),
        report.resultInWords(),
        report.result(),
        finite(report.dispatchMicros()),
        List.of(),
        Map.of());
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** A run or a study. */
  public Kind kind() {
    return study.isPresent() ? Kind.STUDY : Kind.RUN;
  }

  /** The times alone, in the same order. */
  public List<Sample> samples() {
    return runs.stream().map(TimedRun::sample).toList();
  }

  /**
   * The request that makes the same run again, with the settings that were used, seeds included.
   */
  public RunRequest again() {
    return new RunRequest(
        request.workload(),
        settings,
        request.engines(),
        request.workers(),
        request.chunk(),
        request.repeats(),
        request.start());
  }

  /** The request that makes the same study again, in the same order; empty for a run. */
  public Optional<SweepRequest> studyAgain() {
    return study.map(asked ->
        new SweepRequest(
            again(), asked.workers(), asked.chunks(), asked.sizes(), asked.weak(), asked.seed()));
  }

  /** The same with other words about it. */
  public KeptRun withNote(String words) {
    return with(words, traces);
  }

  /** The same with other traces. */
  public KeptRun withTraces(Map<EngineKind, RunTrace> others) {
    return with(note, others);
  }

  private KeptRun with(String words, Map<EngineKind, RunTrace> others) {
    return new KeptRun(
        id,
        when,
        words,
        request,
        study,
        settings,
        environment,
        input,
        notes,
        items,
        chunkItems,
        runs,
        resultInWords,
        result,
        dispatchMicros,
        workers,
        others);
  }
}
