package speedup.experiment;

import static speedup.measure.EngineKind.SEQUENTIAL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.TimedRun;
import speedup.scaling.Analysis;
import speedup.workload.InputException;
import speedup.workload.Workload;

/** One experiment from request to report, on the thread that calls {@link #run}. */
final class Experiment {
  private final RunRequest request;
  private final Workload workload;
  private final LabTools tools;
  private final RunChannel channel;

  Experiment(RunRequest request, Workload workload, LabTools tools, RunChannel channel) {
    this.request = request;
    this.workload = workload;
    this.tools = tools;
    this.channel = channel;
  }

  RunReport run() throws InputException, ExperimentFailedException, InterruptedException {
    var measured = new ArrayList<Bench.Measured>();
    var findings =
        new Bench(request, ExperimentPlan.of(request), workload, tools, channel).run(measured::add);
    return report(
        findings,
        measured.stream().map(Bench.Measured::timed).toList(),
        measured.stream().map(Bench.Measured::outcome).toList());
  }

  private RunReport report(
      Bench.Findings findings, List<TimedRun> runs, List<RunOutcome> outcomes) {
    var work = findings.work();
    var chunkItems = findings.chunkItems();
    var environment = Environment.current();
    var engines =
        request.engines().stream()
            .map(engine -> engineReport(engine, work, runs, outcomes, environment.physicalCores()))
            .toList();
    var main = request.main().orElse(SEQUENTIAL);
    var shown = engines.get(request.engines().indexOf(main));
    var notes = new ArrayList<>(findings.notes());
    notes.addAll(OtherLoad.note(runs));
    var ofThreads = work.threadChunkItems(chunkItems);
    if (ofThreads > chunkItems && request.engines().stream().anyMatch(EngineKind::threads)) {
      notes.add(
          "Threads took chunks of %,d items, as more than %,d chunks are not kept in memory."
              .formatted(ofThreads, Work.MOST_CHUNKS));
    }
    // all are the same, but that of a flow also tells how its stages went
    var result = (work.flow().isPresent() ? median(outcomes, main) : outcomes.getFirst()).result();
    return new RunReport(
        request,
        findings.settings(),
        environment,
        work.prepared().description(),
        List.copyOf(notes),
        work.items(),
        chunkItems,
        runs,
        work.prepared().inWords(result),
        work.prepared().inValues(result),
        List.copyOf(work.prepared().show(result)),
        shown.analysis(),
        shown.median().breakdown(),
        shown.median().workers(),
        findings.dispatchMicros(),
        engines);
  }

  private EngineReport engineReport(
      EngineKind engine,
      Work work,
      List<TimedRun> runs,
      List<RunOutcome> outcomes,
      int physicalCores) {
    var median = median(outcomes, engine);
    var workers = median.run().workers();
    var samples = runs.stream().map(TimedRun::sample).toList();
    var otherLoad = runs.get(outcomes.indexOf(median)).otherLoad();
    var trace = median.trace();
    return new EngineReport(
        engine,
        workers,
        samples.stream().filter(sample -> sample.engine() == engine).toList(),
        trace,
        engine == SEQUENTIAL
            ? Optional.empty()
            : Optional.of(
                Analysis.of(
                    runs,
                    engine,
                    new Analysis.MedianRun(
                        workers,
                        trace.breakdown(),
                        trace.workers(),
                        otherLoad,
                        work.flow().isPresent()),
                    physicalCores)));
  }

  private static RunOutcome median(List<RunOutcome> outcomes, EngineKind engine) {
    var sorted =
        outcomes.stream()
            .filter(outcome -> outcome.run().engine() == engine)
            .sorted(Comparator.comparingDouble(RunOutcome::seconds))
            .toList();
    return sorted.get((sorted.size() - 1) / 2);
  }
}
