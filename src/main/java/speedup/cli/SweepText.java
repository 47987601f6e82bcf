package speedup.cli;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import speedup.experiment.RunRequest;
import speedup.history.KeptRun;
import speedup.history.SweepFindings;
import speedup.measure.TimedRun;
import speedup.scaling.Estimate;
import speedup.scaling.FittedLaw;
import speedup.scaling.Found;
import speedup.scaling.Prediction;
import speedup.scaling.ScalingStudy;
import speedup.scaling.WeakStudy;

/** A study for people, at most 100 columns wide where the workload's own words allow it. */
final class SweepText {
  private static final String ROW = "%-18s %8s %6s %10s %9s %16s %10s %9s %6s";

  private SweepText() {}

  /** The text of a kept study. */
  static String of(KeptRun report, SweepFindings findings) {
    var lines = new ArrayList<String>();
    lines.add(report.resultInWords());
    lines.add(
        "%s; %s start, %s in random order (seed %d)"
            .formatted(
                report.input(),
                report.request().start() == RunRequest.Start.WARM ? "warm" : "cold",
                RunText.count(report.runs().size(), "run"),
                report.study().orElseThrow().seed()));
    lines.add("");
    findings.weak().ifPresentOrElse(weak -> addWeak(lines, weak), () -> addPoints(lines, findings));
    lines.add("");
    findings.scaling().ifPresent(study -> addLaws(lines, study));
    findings.chunks().forEach(study -> lines.add(study.sentence()));
    findings.sizes().forEach(study -> lines.add(study.sentence()));
    findings
        .verdict(report.items())
        .ifPresent(verdict -> {
          lines.add("");
          lines.add((verdict.sentence() + " " + verdict.advice()).strip());
        });
    var notes = new ArrayList<>(report.notes());
    findings.scaling().ifPresent(study -> notes.addAll(study.notes()));
    // the report says it in a note of its own, whatever was studied
    ScalingStudy.disturbed(report.runs()).ifPresent(notes::remove);
    if (!notes.isEmpty()) {
      lines.add("");
      notes.stream().distinct().forEach(note -> lines.add("Note: " + note));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addPoints(List<String> lines, SweepFindings findings) {
    lines.add(
        row(
            "",
            "chunk",
            "size",
            "median",
            "speedup",
            "95 % sure",
            "efficiency",
            "overhead",
            "runs"));
    for (var place : findings.places()) {
      var point = place.point();
      lines.add(
          row(
              who(point.medianRun()),
              text("%,d", point.medianRun().chunkItems()),
              Integer.toString(point.medianRun().size()),
              RunText.time(point.seconds().median()),
              times(point.speedup()),
              sure(point.speedup()),
              percent(point.efficiency()),
              percent(point.overheadShare()),
              Integer.toString(point.runs().size())));
    }
  }

  private static void addWeak(List<String> lines, WeakStudy study) {
    lines.add(row("", "chunk", "size", "median", "scaled", "95 % sure", "efficiency", "", "runs"));
    var points = new ArrayList<>(study.baseline().value().stream().toList());
    points.addAll(study.points());
    for (var point : points) {
      lines.add(
          row(
              who(point.medianRun()),
              text("%,d", point.medianRun().chunkItems()),
              Integer.toString(point.medianRun().size()),
              RunText.time(point.seconds().median()),
              times(point.scaledSpeedup()),
              sure(point.scaledSpeedup()),
              percent(point.efficiency()),
              "",
              Integer.toString(point.runs().size())));
    }
    lines.add("");
    lines.add(
        study
            .fit()
            .value()
            .map(fit ->
                text(
                    "serial share of the parallel run (Gustafson) %s, fitted up to %s",
                    share(fit.serialShare()), RunText.count(fit.mostWorkers(), "worker")))
            .orElseGet(() -> "no law can be fitted: " + study.fit().missing().orElseThrow()));
    study
        .fit()
        .value()
        .ifPresent(fit ->
            addPredictions(
                lines,
                ScalingStudy.CORES.stream()
                    .filter(fit::isExtrapolated)
                    .map(fit::predict)
                    .toList()));
  }

  private static String who(TimedRun run) {
    return EngineNames.running(run.sample().engine(), run.sample().workers());
  }

  private static void addLaws(List<String> lines, ScalingStudy study) {
    lines.add(RunText.serialFraction(study.serialFraction()));
    study
        .atEqualSpeed()
        .value()
        .flatMap(_ -> study.amdahl().value())
        .ifPresent(law ->
            lines.add(
                "as timed, with slower computing on busy cores counted as serial: "
                    + share(law.serialFraction())));
    lines.add(
        study
            .universal()
            .value()
            .map(SweepText::universal)
            .orElseGet(() -> "no universal law: " + study.universal().missing().orElseThrow()));
    addPredictions(lines, study.predictions());
  }

  private static String universal(FittedLaw law) {
    return law.peak()
        .value()
        .map(peak ->
            text(
                "universal law: peak %.1fx with %.0f workers",
                peak.speedup().value(), peak.workers().value()))
        .orElseGet(() -> "universal law: " + law.peak().missing().orElseThrow());
  }

  private static void addPredictions(List<String> lines, List<Prediction> predictions) {
    if (!predictions.isEmpty()) {
      lines.add("prediction for cores like these, not measured:");
      predictions.forEach(one ->
          lines.add(
              text(
                      "  %4d cores %9.2fx %s",
                      one.cores(), one.speedup().value(), sure(Found.of(one.speedup())))
                  .stripTrailing()));
    }
  }

  private static String share(Estimate share) {
    return text("%.1f %%", 100 * share.value())
        + share
            .interval()
            .value()
            .map(range -> text(" (%.1f to %.1f)", 100 * range.low(), 100 * range.high()))
            .orElse("");
  }

  private static String times(Found<Estimate> speedup) {
    return speedup.value().map(found -> text("%.2fx", found.value())).orElse("");
  }

  private static String sure(Found<Estimate> speedup) {
    return speedup
        .value()
        .flatMap(found -> found.interval().value())
        .map(range -> text("%.2f to %.2f", range.low(), range.high()))
        .orElse("");
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? text("%.0f %%", 100 * share.getAsDouble()) : "";
  }

  private static String row(Object... cells) {
    return text(ROW, cells).stripTrailing();
  }

  private static String text(String format, Object... values) {
    return String.format(ROOT, format, values);
  }
}
