package speedup.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import speedup.measure.Interval;
import speedup.measure.TimedRun;
import speedup.scaling.ChunkStudy;
import speedup.scaling.Estimate;
import speedup.scaling.FittedLaw;
import speedup.scaling.Found;
import speedup.scaling.Prediction;
import speedup.scaling.ScalingPoint;
import speedup.scaling.ScalingStudy;
import speedup.scaling.SizeStudy;
import speedup.scaling.WeakPoint;
import speedup.scaling.WeakStudy;

/** A study as JSON values; {@code src/docs/run-json.md} describes each of them. */
public final class SweepJson {
  private SweepJson() {}

  /** What was asked and measured, and what it means. */
  public static Map<String, Object> values(KeptRun report, SweepFindings findings) {
    var values = RunJson.kept(report);
    putFit(values, findings);
    values.put(
        "verdict",
        findings.verdict(report.items()).map(found -> RunJson.verdict(found)).orElse(null));
    values.put(
        "points",
        findings.weak().isPresent()
            ? findings.weak().get().points().stream()
                .map(point -> weakPoint(findings.weak().get(), point))
                .toList()
            : findings.places().stream().map(place -> point(place, report, findings)).toList());
    values.put("fits", findings.scaling().map(study -> fits(study, report.runs())).orElse(null));
    values.put("weak", findings.weak().map(SweepJson::weak).orElse(null));
    values.put("chunks", findings.chunks().stream().map(SweepJson::chunks).toList());
    values.put("sizes", findings.sizes().stream().map(SweepJson::sizes).toList());
    return values;
  }

  /** One fit, in the form in which a run tells its own. */
  private static void putFit(Map<String, Object> values, SweepFindings findings) {
    var serial = findings.scaling().map(ScalingStudy::serialFraction);
    values.put("serialFraction", serial.map(RunJson::serialFraction).orElse(null));
    values.put(
        "serialFractionReason",
        serial.isPresent()
            ? serial.get().reason().orElse(null)
            : findings.weak().isPresent()
                ? "the problem grows with the workers; the member weak tells its serial share"
                : "several chunk sizes or problem sizes were run; a fit needs one of each");
    values.put("ceiling", serial.map(found -> Json.number(found.ceiling())).orElse(null));
  }

  private static Map<String, Object> point(
      SweepFindings.Place place, KeptRun report, SweepFindings findings) {
    var point = place.point();
    var values = place(point.medianRun());
    values.put("seconds", point.seconds().median());
    values.put("secondsInterval", interval(point.seconds().interval()));
    putEstimate(values, "speedup", point.speedup());
    values.put("efficiency", Json.number(point.efficiency()));
    values.put("karpFlatt", Json.number(point.karpFlatt()));
    values.put("overheadShare", Json.number(point.overheadShare()));
    values.put("fitted", point.fitted());
    values.put("noisyRuns", point.noisyRuns());
    values.put("outliers", point.outliers());
    values.put("breakdown", RunJson.breakdown(point.breakdown()));
    values.put("verdict", verdict(place.slice().study(), point, report, findings));
    return values;
  }

  private static Map<String, Object> verdict(
      ScalingStudy study, ScalingPoint point, KeptRun report, SweepFindings findings) {
    long items = Math.max(1, report.items() * point.medianRun().size());
    return study.points().contains(point)
        ? findings.verdict(study, point, items).map(found -> RunJson.verdict(found)).orElse(null)
        : null;
  }

  private static Map<String, Object> place(TimedRun run) {
    var values = new LinkedHashMap<String, Object>();
    values.put("engine", run.sample().engine().id());
    values.put("workers", run.sample().workers());
    values.put("chunkItems", run.chunkItems());
    values.put("size", run.size());
    return values;
  }

  private static Map<String, Object> weakPoint(WeakStudy study, WeakPoint point) {
    var values = place(point.medianRun());
    values.put("seconds", point.seconds().median());
    values.put("secondsInterval", interval(point.seconds().interval()));
    putEstimate(values, "scaledSpeedup", point.scaledSpeedup());
    values.put("efficiency", Json.number(point.efficiency()));
    values.put("fitted", point.fitted() && study.fit().isPresent());
    values.put("breakdown", RunJson.breakdown(point.medianRun().breakdown()));
    return values;
  }

  private static Map<String, Object> fits(ScalingStudy study, List<TimedRun> runs) {
    var values = new LinkedHashMap<String, Object>();
    values.put(
        "preferred", study.preferred().value().map(law -> RunJson.name(law.kind())).orElse(null));
    values.put("amdahl", law(study.amdahl()));
    values.put("universal", law(study.universal()));
    values.put("atEqualSpeed", law(study.atEqualSpeed()));
    values.put("predictions", study.predictions().stream().map(SweepJson::prediction).toList());
    var notes = new ArrayList<>(study.notes());
    // the report tells of noisy runs in a note of its own, whatever was studied
    ScalingStudy.disturbed(runs).ifPresent(notes::remove);
    values.put("notes", notes);
    return values;
  }

  private static Map<String, Object> law(Found<FittedLaw> found) {
    var values = new LinkedHashMap<String, Object>();
    var law = found.value();
    values.put("missing", found.missing().orElse(null));
    values.put("mostWorkers", law.map(FittedLaw::mostWorkers).orElse(null));
    values.put("a", law.map(fit -> fit.model().a()).orElse(null));
    values.put("b", law.map(fit -> fit.model().b()).orElse(null));
    values.put("c", law.map(fit -> fit.model().c()).orElse(null));
    values.put("serialFraction", law.map(fit -> estimate(fit.serialFraction())).orElse(null));
    values.put("coherency", law.map(fit -> estimate(fit.coherency())).orElse(null));
    values.put("ceiling", law.map(fit -> estimate(fit.ceiling())).orElse(null));
    var peak = law.flatMap(fit -> fit.peak().value());
    values.put("peakWorkers", peak.map(at -> estimate(at.workers())).orElse(null));
    values.put("peakSpeedup", peak.map(at -> estimate(at.speedup())).orElse(null));
    return values;
  }

  private static Map<String, Object> weak(WeakStudy study) {
    var values = new LinkedHashMap<String, Object>();
    values.put("missing", study.fit().missing().orElse(null));
    values.put(
        "serialShare", study.fit().value().map(fit -> estimate(fit.serialShare())).orElse(null));
    values.put(
        "predictions",
        study.fit().value().stream()
            .flatMap(
                fit -> ScalingStudy.CORES.stream().filter(fit::isExtrapolated).map(fit::predict))
            .map(SweepJson::prediction)
            .toList());
    return values;
  }

  private static Map<String, Object> prediction(Prediction prediction) {
    var values = new LinkedHashMap<String, Object>();
    values.put("cores", prediction.cores());
    values.put("speedup", estimate(prediction.speedup()));
    values.put("efficiency", prediction.efficiency());
    return values;
  }

  private static Map<String, Object> chunks(ChunkStudy study) {
    var values = new LinkedHashMap<String, Object>();
    values.put("workers", study.workers());
    values.put("items", study.items());
    values.put("best", study.best().value().map(point -> point.chunkItems()).orElse(null));
    values.put("asGood", study.asGood());
    values.put("missing", study.model().missing().orElse(null));
    values.put("perChunkSeconds", study.perChunk().value().map(SweepJson::estimate).orElse(null));
    values.put("sentence", study.sentence());
    return values;
  }

  private static Map<String, Object> sizes(SizeStudy study) {
    var values = new LinkedHashMap<String, Object>();
    values.put("workers", study.workers());
    values.put("winsFrom", study.winsFrom().value().orElse(null));
    values.put("missing", study.winsFrom().missing().orElse(null));
    values.put("sentence", study.sentence());
    return values;
  }

  private static void putEstimate(Map<String, Object> values, String name, Found<Estimate> found) {
    values.put(name, found.value().map(Estimate::value).orElse(null));
    values.put(
        name + "Interval", interval(found.value().flatMap(value -> value.interval().value())));
  }

  /** As the serial fraction of a run. */
  private static Map<String, Object> estimate(Estimate estimate) {
    var values = new LinkedHashMap<String, Object>();
    values.put("value", Json.number(OptionalDouble.of(estimate.value())));
    values.put("low", estimate.interval().value().map(Interval::low).orElse(null));
    values.put("high", estimate.interval().value().map(Interval::high).orElse(null));
    return values;
  }

  private static Map<String, Object> interval(Optional<Interval> interval) {
    return interval.map(RunJson::interval).orElse(null);
  }
}
