package speedup.history;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Interval;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.SerialFraction;
import speedup.scaling.Verdict;

/** A run as JSON values; {@code src/docs/run-json.md} describes each of them. */
public final class RunJson {
  static final String FORMAT = "speedup-run";
  static final int VERSION = 1;
  static final String CHECKSUM = "sha256";

  private RunJson() {}

  /** What was asked and measured, and what it means. */
  public static Map<String, Object> values(KeptRun run, Findings findings) {
    var values = kept(run);
    putAnalysis(values, findings);
    values.put("breakdown", breakdown(findings.breakdown()));
    values.put("verdict", verdict(findings.analysis(), findings.breakdown()));
    values.put("comparison", findings.comparison().orElse(null));
    values.put("engines", findings.engines().stream().map(RunJson::engine).toList());
    return values;
  }

  /** What was asked and measured alone: all that cannot be worked out again. */
  static Map<String, Object> kept(KeptRun run) {
    var values = new LinkedHashMap<String, Object>();
    values.put("format", FORMAT);
    values.put("version", VERSION);
    values.put("kind", name(run.kind()));
    values.put("id", run.id());
    values.put("when", run.when().toString());
    values.put("note", run.note());
    values.put("request", request(run.request()));
    values.put("study", run.study().map(RunJson::study).orElse(null));
    values.put("environment", environment(run.environment()));
    values.put("settings", run.settings());
    values.put("input", run.input());
    values.put("notes", run.notes());
    values.put("items", run.items());
    values.put("chunkItems", run.chunkItems().isPresent() ? run.chunkItems().getAsLong() : null);
    values.put("samples", run.runs().stream().map(RunJson::sample).toList());
    values.put("resultInWords", run.resultInWords());
    values.put("result", run.result());
    values.put("workers", run.workers().stream().map(RunJson::worker).toList());
    values.put("dispatchMicros", Json.number(run.dispatchMicros()));
    return values;
  }

  private static Map<String, Object> request(RunRequest request) {
    var values = new LinkedHashMap<String, Object>();
    values.put("workload", request.workload());
    values.put("settings", request.settings());
    values.put("engine", engines(request));
    values.put("workers", request.workers());
    values.put("chunk", request.chunk().isPresent() ? request.chunk().getAsInt() : "auto");
    values.put("repeat", request.repeats());
    values.put("start", name(request.start()));
    return values;
  }

  private static Map<String, Object> study(SweepRequest study) {
    var values = new LinkedHashMap<String, Object>();
    values.put("workers", study.workers());
    values.put("chunks", study.chunks());
    values.put("sizes", study.sizes());
    values.put("weak", study.weak());
    values.put("seed", study.seed());
    return values;
  }

  /** As it would be typed. */
  private static String engines(RunRequest request) {
    var compared = request.compared().isEmpty() ? request.engines() : request.compared();
    return String.join(",", compared.stream().map(EngineKind::id).toList());
  }

  private static Map<String, Object> engine(Findings.OfEngine engine) {
    var timed = engine.timed();
    var values = new LinkedHashMap<String, Object>();
    values.put("engine", timed.engine().id());
    values.put("workers", timed.workers());
    values.put("seconds", timed.times().median());
    values.put("speedup", timed.speedup());
    values.put(
        "speedupInterval",
        engine.analysis().flatMap(Analysis::speedupInterval).map(RunJson::interval).orElse(null));
    values.put("efficiency", timed.efficiency());
    values.put("breakdown", breakdown(engine.breakdown()));
    values.put("verdict", verdict(engine.analysis(), engine.breakdown()));
    return values;
  }

  private static Map<String, Object> environment(Environment environment) {
    var values = new LinkedHashMap<String, Object>();
    values.put("os", environment.os());
    values.put("cpu", environment.cpu());
    values.put("logicalCores", environment.logicalCores());
    values.put("physicalCores", environment.physicalCores());
    values.put("memoryBytes", Json.count(environment.memoryBytes()));
    values.put("jvm", environment.jvm());
    return values;
  }

  private static Map<String, Object> sample(TimedRun run) {
    var values = new LinkedHashMap<String, Object>();
    values.put("engine", run.sample().engine().id());
    values.put("workers", run.sample().workers());
    values.put("repeat", run.sample().repeat());
    values.put("seconds", run.sample().seconds());
    values.put("chunkItems", run.chunkItems());
    values.put("size", run.size());
    values.put("otherLoad", Json.number(run.otherLoad()));
    values.put("breakdown", breakdown(run.breakdown()));
    return values;
  }

  private static void putAnalysis(Map<String, Object> values, Findings findings) {
    var analysis = findings.analysis();
    values.put("speedup", analysis.map(Analysis::speedup).orElse(null));
    values.put(
        "speedupInterval",
        analysis.flatMap(Analysis::speedupInterval).map(RunJson::interval).orElse(null));
    values.put("efficiency", analysis.map(Analysis::efficiency).orElse(null));
    values.put("karpFlatt", analysis.map(found -> Json.number(found.karpFlatt())).orElse(null));
    values.put(
        "serialFraction",
        analysis.map(found -> serialFraction(found.serialFraction())).orElse(null));
    values.put(
        "serialFractionReason",
        analysis
            .map(found -> found.serialFraction().reason().orElse(null))
            .orElse(findings.missing().orElse(null)));
    values.put(
        "ceiling",
        analysis.map(found -> Json.number(found.serialFraction().ceiling())).orElse(null));
  }

  private static Map<String, Object> interval(Interval interval) {
    var values = new LinkedHashMap<String, Object>();
    values.put("low", interval.low());
    values.put("high", interval.high());
    return values;
  }

  private static Map<String, Object> serialFraction(SerialFraction fraction) {
    if (fraction.value().isEmpty()) {
      return null;
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("value", fraction.value().getAsDouble());
    values.put("low", fraction.interval().map(Interval::low).orElse(null));
    values.put("high", fraction.interval().map(Interval::high).orElse(null));
    return values;
  }

  private static Map<String, Object> breakdown(Breakdown breakdown) {
    var values = new LinkedHashMap<String, Object>();
    values.put("start", breakdown.start());
    values.put("warmUp", breakdown.warmUp());
    values.put("waiting", breakdown.waiting());
    values.put("serialise", breakdown.serialise());
    values.put("compute", breakdown.compute());
    values.put("idleTail", breakdown.idleTail());
    values.put("merge", breakdown.merge());
    return values;
  }

  private static Map<String, Object> worker(WorkerStats worker) {
    var values = new LinkedHashMap<String, Object>();
    values.put("worker", worker.worker());
    values.put("pid", worker.pid());
    values.put("tasks", worker.tasks());
    values.put("items", worker.items());
    values.put("busySeconds", worker.busySeconds());
    values.put("cpuSeconds", worker.cpuSeconds());
    values.put("peakRssBytes", Json.count(worker.peakRssBytes()));
    return values;
  }

  /** None where it is not known where the time went. */
  private static Map<String, Object> verdict(Optional<Analysis> analysis, Breakdown breakdown) {
    return breakdown.total() > 0
        ? analysis.map(found -> verdict(found.verdict())).orElse(null)
        : null;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    var values = new LinkedHashMap<String, Object>();
    values.put("kind", name(verdict.kind()));
    values.put("sentence", verdict.sentence());
    values.put("advice", verdict.advice());
    values.put("evidence", verdict.evidence().map(RunJson::partName).orElse(null));
    return values;
  }

  /** The same name as the part has in the breakdown. */
  private static String partName(Verdict.Part part) {
    return switch (part) {
      case START -> "start";
      case WARM_UP -> "warmUp";
      case WAITING -> "waiting";
      case SERIALISE -> "serialise";
      case COMPUTE -> "compute";
      case IDLE_TAIL -> "idleTail";
      case MERGE -> "merge";
    };
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
