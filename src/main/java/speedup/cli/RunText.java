package speedup.cli;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import speedup.experiment.RunRequest;
import speedup.history.Findings;
import speedup.history.KeptRun;
import speedup.measure.Breakdown;
import speedup.measure.EngineKind;
import speedup.measure.WorkerStats;
import speedup.scaling.Analysis;
import speedup.scaling.Comparison;
import speedup.scaling.SerialFraction;

/** A run for people, at most 100 columns wide where the workload's own words allow it. */
final class RunText {
  private RunText() {}

  static String of(KeptRun run, Findings findings) {
    var lines = new ArrayList<String>();
    if (!run.resultInWords().isEmpty()) {
      lines.add(run.resultInWords());
    }
    lines.add(
        "%s; %s start%s"
            .formatted(
                run.input(),
                run.request().start() == RunRequest.Start.WARM ? "warm" : "cold",
                run.chunkItems().isPresent()
                    ? ", chunks of " + count(run.chunkItems().getAsLong(), "item")
                    : ""));
    lines.add("");
    addTimes(lines, findings);
    lines.add("");
    findings.analysis().ifPresent(analysis -> addAnalysis(lines, analysis));
    if (findings.breakdown().total() > 0) {
      addBreakdowns(lines, run, findings);
    }
    findings.workers().forEach(worker -> lines.add(worker(run, worker)));
    findings
        .analysis()
        .filter(_ -> findings.breakdown().total() > 0)
        .map(Analysis::verdict)
        .ifPresent(verdict -> {
          lines.add("");
          lines.add((verdict.sentence() + " " + verdict.advice()).strip());
        });
    if (!run.notes().isEmpty()) {
      lines.add("");
      run.notes().forEach(note -> lines.add("Note: " + note));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void addTimes(List<String> lines, Findings findings) {
    var compared = findings.analysis().isPresent();
    lines.add(
        text(
                "%-18s %10s %10s %10s %6s %9s",
                "", "fastest", "median", "slowest", "runs", compared ? "speedup" : "")
            .stripTrailing());
    findings.engines().forEach(engine -> lines.add(row(engine.timed())));
    findings
        .comparison()
        .ifPresent(finding -> {
          lines.add("");
          lines.add(finding);
        });
  }

  private static String row(Comparison.Timed timed) {
    var times = timed.times();
    return text(
            "%-18s %10s %10s %10s %6d %9s",
            EngineNames.running(timed.engine(), timed.workers()),
            time(times.min()),
            time(times.median()),
            time(times.max()),
            times.n(),
            timed.engine() == EngineKind.SEQUENTIAL ? "" : text("%.2fx", timed.speedup()))
        .stripTrailing();
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

  /** The one that the report is about first, then the others. */
  private static void addBreakdowns(List<String> lines, KeptRun run, Findings findings) {
    lines.add("where the time went: " + parts(findings.breakdown()));
    var main = run.request().main();
    for (var engine : findings.engines()) {
      if (engine.analysis().isPresent() && !main.equals(Optional.of(engine.timed().engine()))) {
        lines.add(
            "  with %s: %s"
                .formatted(
                    EngineNames.running(engine.timed().engine(), engine.timed().workers()),
                    parts(engine.breakdown())));
      }
    }
  }

  private static String parts(Breakdown breakdown) {
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
    return String.join(", ", words);
  }

  private static String worker(KeptRun run, WorkerStats worker) {
    var cpu = Double.isFinite(worker.cpuSeconds()) ? ", CPU " + time(worker.cpuSeconds()) : "";
    var memory =
        worker.peakRssBytes() < 0 ? "" : text(", peak memory %.0f MB", worker.peakRssBytes() / 1e6);
    return text(
        "%s %d (process %d): %s, %s, busy %s%s%s",
        run.request().main().filter(EngineKind::threads).isPresent() ? "thread" : "worker",
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
