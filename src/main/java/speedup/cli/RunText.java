package speedup.cli;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.Sample;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.SerialFraction;

/** A report for people, at most 100 columns wide where the workload's own words allow it. */
final class RunText {
  private RunText() {}

  static String of(RunReport report) {
    var lines = new ArrayList<String>();
    lines.add(report.resultInWords());
    lines.add(
        "%s; %s start, chunks of %s"
            .formatted(
                report.input(),
                report.request().start() == RunRequest.Start.WARM ? "warm" : "cold",
                count(report.chunkItems(), "item")));
    lines.add("");
    addTimes(lines, report.samples());
    lines.add("");
    report.analysis().ifPresent(analysis -> addAnalysis(lines, analysis));
    lines.add(whereTheTimeWent(report.breakdown()));
    report.workers().forEach(worker -> lines.add(worker(worker)));
    report
        .analysis()
        .map(Analysis::verdict)
        .ifPresent(verdict -> {
          lines.add("");
          lines.add((verdict.sentence() + " " + verdict.advice()).strip());
        });
    if (!report.notes().isEmpty()) {
      lines.add("");
      report.notes().forEach(note -> lines.add("Note: " + note));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addTimes(List<String> lines, List<Sample> samples) {
    lines.add(text("%-14s %10s %10s %10s %6s", "", "fastest", "median", "slowest", "runs"));
    var rows = new LinkedHashMap<EngineKind, Map<Integer, List<Double>>>();
    for (var sample : samples) {
      rows.computeIfAbsent(sample.engine(), _ -> new TreeMap<>())
          .computeIfAbsent(sample.workers(), _ -> new ArrayList<>())
          .add(sample.seconds());
    }
    rows.forEach((engine, counts) ->
        counts.forEach((workers, seconds) -> lines.add(row(engine, workers, seconds))));
  }

  private static String row(EngineKind engine, int workers, List<Double> seconds) {
    var sorted = seconds.stream().sorted().toList();
    int n = sorted.size();
    var median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return text(
        "%-14s %10s %10s %10s %6d",
        engine == EngineKind.SEQUENTIAL ? "sequential" : workers + " processes",
        time(sorted.getFirst()),
        time(median),
        time(sorted.getLast()),
        n);
  }

  private static void addAnalysis(List<String> lines, Analysis analysis) {
    var interval =
        analysis
            .speedupInterval()
            .map(range -> text(" (%.2f to %.2f)", range.low(), range.high()))
            .orElse("");
    lines.add(
        text(
            "speedup %.2fx%s on %s, efficiency %.0f %%",
            analysis.speedup(),
            interval,
            count(analysis.workers(), "worker"),
            100 * analysis.efficiency()));
    lines.add(serialFraction(analysis.serialFraction()));
  }

  private static String serialFraction(SerialFraction fraction) {
    if (fraction.value().isEmpty()) {
      return "serial fraction not known: " + fraction.reason().orElse("no reason given");
    }
    var range =
        fraction
            .interval()
            .map(found -> text(" (%.1f to %.1f)", 100 * found.low(), 100 * found.high()))
            .orElse("");
    var ceiling = fraction.ceiling().orElseThrow();
    return text("serial fraction %.1f %%%s, ", 100 * fraction.value().getAsDouble(), range)
        + (Double.isFinite(ceiling)
            ? text("ceiling %.1fx however many workers", ceiling)
            : "no ceiling seen");
  }

  private static String whereTheTimeWent(Breakdown breakdown) {
    var parts = new LinkedHashMap<String, Double>();
    parts.put("start", breakdown.start());
    parts.put("warm-up", breakdown.warmUp());
    parts.put("waiting", breakdown.waiting());
    parts.put("serialise", breakdown.serialise());
    parts.put("compute", breakdown.compute());
    parts.put("idle tail", breakdown.idleTail());
    parts.put("merge", breakdown.merge());
    var words = new ArrayList<String>();
    parts.values().removeIf(seconds -> seconds < 0.0005 * breakdown.total());
    parts.forEach(
        (name, seconds) -> words.add(text("%s %.1f %%", name, 100 * seconds / breakdown.total())));
    return "where the time went: " + String.join(", ", words);
  }

  private static String worker(WorkerStats worker) {
    var cpu = Double.isFinite(worker.cpuSeconds()) ? ", CPU " + time(worker.cpuSeconds()) : "";
    var memory =
        worker.peakRssBytes() < 0 ? "" : text(", peak memory %.0f MB", worker.peakRssBytes() / 1e6);
    return text(
        "worker %d (process %d): %s, %s, busy %s%s%s",
        worker.worker() + 1,
        worker.pid(),
        count(worker.tasks(), "chunk"),
        count(worker.items(), "item"),
        time(worker.busySeconds()),
        cpu,
        memory);
  }

  private static String count(long number, String what) {
    return text("%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** Three digits that matter. */
  private static String time(double seconds) {
    return seconds < 1
        ? text("%.1f ms", seconds * 1e3)
        : text(seconds < 10 ? "%.3f s" : "%.1f s", seconds);
  }

  private static String text(String format, Object... values) {
    return String.format(ROOT, format, values);
  }
}
