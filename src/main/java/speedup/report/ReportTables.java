package speedup.report;

import static speedup.report.ReportWords.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import speedup.history.Findings;
import speedup.history.Fingerprint;
import speedup.history.KeptRun;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.measure.WorkerStats;
import speedup.plot.Texts;

/**
 * The numbers of a run as tables of text, the first row of which names the columns.
 *
 * @param run what was measured
 * @param findings what was worked out of it
 */
public record ReportTables(KeptRun run, Findings findings) {
  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1L << 30;

  private static List<List<String>> table(String... columns) {
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.of(columns).map(column -> say("column." + column)).toList());
    return rows;
  }

  /** The engines against the baseline. */
  public List<List<String>> engines() {
    var rows = table("engine", "fastest", "median", "slowest", "runs", "speedup");
    for (var engine : findings.engines()) {
      var timed = engine.timed();
      var times = timed.times();
      rows.add(
          List.of(
              ReportWords.running(timed.engine(), timed.workers()),
              Texts.seconds(times.min()),
              Texts.seconds(times.median()),
              Texts.seconds(times.max()),
              Integer.toString(times.n()),
              timed.engine() == EngineKind.SEQUENTIAL
                  ? ""
                  : say("bars.times", Texts.number(timed.speedup(), 2))));
    }
    return rows;
  }

  /** What each worker of the median run did. */
  public List<List<String>> workers() {
    var rows = table("worker", "pid", "chunks", "items", "busy", "cpu", "memory");
    findings.workers().forEach(worker -> rows.add(row(worker)));
    return rows;
  }

  private static List<String> row(WorkerStats worker) {
    return List.of(
        Integer.toString(worker.worker() + 1),
        Long.toString(worker.pid()),
        Long.toString(worker.tasks()),
        Long.toString(worker.items()),
        Texts.seconds(worker.busySeconds()),
        Double.isFinite(worker.cpuSeconds()) ? Texts.seconds(worker.cpuSeconds()) : say("unknown"),
        worker.peakRssBytes() < 0
            ? say("unknown")
            : say("megabytes", Texts.number(worker.peakRssBytes() / MEGABYTE, 0)));
  }

  /** Every timed run, in the order in which they ran. */
  public List<List<String>> samples() {
    var rows = table("order", "engine", "workers", "repeat", "chunk", "size", "seconds", "load");
    var order = 1;
    for (var timed : run.runs()) {
      var sample = timed.sample();
      rows.add(
          List.of(
              Integer.toString(order++),
              ReportWords.running(sample.engine(), sample.workers()),
              Integer.toString(sample.workers()),
              Integer.toString(sample.repeat()),
              Long.toString(timed.chunkItems()),
              Integer.toString(timed.size()),
              Texts.number(sample.seconds(), 4),
              load(timed)));
    }
    return rows;
  }

  private static String load(TimedRun timed) {
    if (timed.otherLoad().isEmpty()) {
      return say("unknown");
    }
    var share = Texts.percent(timed.otherLoad().getAsDouble());
    return timed.noisy() ? say("load.noisy", share) : share;
  }

  /** The machine and its JVM. */
  public List<List<String>> environment() {
    var machine = run.environment();
    var rows = table("name", "value");
    rows.add(List.of(say("environment.os"), machine.os()));
    rows.add(List.of(say("environment.cpu"), machine.cpu()));
    rows.add(List.of(say("environment.physical"), Integer.toString(machine.physicalCores())));
    rows.add(List.of(say("environment.logical"), Integer.toString(machine.logicalCores())));
    rows.add(
        List.of(
            say("environment.memory"),
            machine.memoryBytes() < 0
                ? say("unknown")
                : say("gigabytes", Texts.number(machine.memoryBytes() / GIGABYTE, 1))));
    rows.add(List.of(say("environment.jvm"), machine.jvm()));
    rows.add(List.of(say("environment.fingerprint"), Fingerprint.of(machine).value()));
    return rows;
  }

  /** All settings that were used. */
  public List<List<String>> settings() {
    var rows = table("name", "value");
    run.settings().forEach((name, value) -> rows.add(List.of(name, value)));
    return rows;
  }
}
