package speedup.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import speedup.experiment.EngineReport;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Interval;
import speedup.measure.Sample;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.Comparison;
import speedup.scaling.SerialFraction;
import speedup.scaling.Verdict;

/** A report as JSON values; {@code src/docs/run-json.md} describes each of them. */
final class RunJson {
  private RunJson() {}

  static Map<String, Object> values(RunReport report) {
    var values = new LinkedHashMap<String, Object>();
    values.put("request", request(report.request()));
    values.put("environment", environment(report.environment()));
    values.put("settings", report.settings());
    values.put("input", report.input());
    values.put("notes", report.notes());
    values.put("items", report.items());
    values.put("chunkItems", report.chunkItems());
    values.put("samples", report.samples().stream().map(RunJson::sample).toList());
    values.put("result", report.result());
    putAnalysis(values, report.analysis());
    values.put("breakdown", breakdown(report.breakdown()));
    values.put("workers", report.workers().stream().map(RunJson::worker).toList());
    values.put("dispatchMicros", report.dispatchMicros());
    values.put("verdict", report.analysis().map(found -> verdict(found.verdict())).orElse(null));
    var comparison = report.comparison();
    values.put("comparison", comparison.finding().orElse(null));
    values.put(
        "engines",
        report.engines().stream()
            .map(engine -> engine(engine, comparison.of(engine.engine()).orElseThrow()))
            .toList());
    return values;
  }

  static Map<String, Object> request(RunRequest request) {
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

  /** As it would be typed. */
  private static String engines(RunRequest request) {
    var compared = request.compared().isEmpty() ? request.engines() : request.compared();
    return String.join(",", compared.stream().map(EngineKind::id).toList());
  }

  private static Map<String, Object> engine(EngineReport report, Comparison.Timed timed) {
    var values = new LinkedHashMap<String, Object>();
    values.put("engine", report.engine().id());
    values.put("workers", report.workers());
    values.put("seconds", timed.times().median());
    values.put("speedup", timed.speedup());
    values.put(
        "speedupInterval",
        report.analysis().flatMap(Analysis::speedupInterval).map(RunJson::interval).orElse(null));
    values.put("efficiency", timed.efficiency());
    values.put("breakdown", breakdown(report.median().breakdown()));
    values.put("verdict", report.analysis().map(found -> verdict(found.verdict())).orElse(null));
    return values;
  }

  static Map<String, Object> environment(Environment environment) {
    var values = new LinkedHashMap<String, Object>();
    values.put("os", environment.os());
    values.put("cpu", environment.cpu());
    values.put("logicalCores", environment.logicalCores());
    values.put("physicalCores", environment.physicalCores());
    values.put("memoryBytes", Json.count(environment.memoryBytes()));
    values.put("jvm", environment.jvm());
    return values;
  }

  static Map<String, Object> sample(Sample sample) {
    var values = new LinkedHashMap<String, Object>();
    values.put("engine", sample.engine().id());
    values.put("workers", sample.workers());
    values.put("repeat", sample.repeat());
    values.put("seconds", sample.seconds());
    return values;
  }

  private static void putAnalysis(Map<String, Object> values, Optional<Analysis> analysis) {
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
        analysis.isPresent()
            ? analysis.get().serialFraction().reason().orElse(null)
            : "only the sequential baseline was run; compare it with --engine processes");
    values.put(
        "ceiling",
        analysis.map(found -> Json.number(found.serialFraction().ceiling())).orElse(null));
  }

  static Map<String, Object> interval(Interval interval) {
    var values = new LinkedHashMap<String, Object>();
    values.put("low", interval.low());
    values.put("high", interval.high());
    return values;
  }

  static Map<String, Object> serialFraction(SerialFraction fraction) {
    if (fraction.value().isEmpty()) {
      return null;
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("value", fraction.value().getAsDouble());
    values.put("low", fraction.interval().map(Interval::low).orElse(null));
    values.put("high", fraction.interval().map(Interval::high).orElse(null));
    return values;
  }

  static Map<String, Object> breakdown(Breakdown breakdown) {
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
    values.put("pid", worker.pid());
    values.put("tasks", worker.tasks());
    values.put("items", worker.items());
    values.put("busySeconds", worker.busySeconds());
    values.put("cpuSeconds", worker.cpuSeconds());
    values.put("peakRssBytes", Json.count(worker.peakRssBytes()));
    return values;
  }

  static Map<String, Object> verdict(Verdict verdict) {
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

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
