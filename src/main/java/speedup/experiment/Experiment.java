package speedup.experiment;

import static speedup.measure.EngineKind.SEQUENTIAL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.BackgroundLoad;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.python.PythonException;
import speedup.scaling.Analysis;
import speedup.workload.InputException;
import speedup.workload.Limits;
import speedup.workload.Settings;
import speedup.workload.Workload;

/**
 * One experiment from request to report, on the thread that calls {@link #run}.
 *
 * <pre>
 * size ──► prepare ──► start ──► warm up ──► timed runs, each checked ──► analysis ──► report
 * </pre>
 */
final class Experiment {
  private static final long START_SECONDS = 60;

  /** Above this share of the processors other programs are worth a word. */
  private static final double NOISY_LOAD = 0.1;

  private final RunRequest request;
  private final Workload workload;
  private final PoolSource pools;
  private final PythonSource python;
  private final Sizer sizer;
  private final RunChannel channel;
  private final InputRoom input;
  private List<String> pythonIs = List.of();

  Experiment(
      RunRequest request,
      Workload workload,
      PoolSource pools,
      PythonSource python,
      Sizer sizer,
      RunChannel channel,
      InputRoom input) {
    this.request = request;
    this.workload = workload;
    this.pools = pools;
    this.python = python;
    this.sizer = sizer;
    this.channel = channel;
    this.input = input;
  }

  RunReport run() throws InputException, ExperimentFailedException, InterruptedException {
    try {
      return measure();
    } catch (PoolException e) {
      throw new ExperimentFailedException(OwnFailure.sentence(e), e);
    } catch (PythonException e) {
      throw new ExperimentFailedException(e.getMessage(), e);
    } catch (IOException e) {
      throw new ExperimentFailedException("reading the input failed: " + e.getMessage(), e);
    } finally {
      python.end();
      channel.dropRecording();
    }
  }

  private RunReport measure()
      throws InputException,
          ExperimentFailedException,
          InterruptedException,
          PoolException,
          PythonException,
          IOException {
    // checked before a process is started
    var given = input.check(workload, request.settings());
    EngineFit.check(request, workload, python);
    var limits = workload.limits(given);
    if (limits.isEmpty()) {
      return measure(given, pools.shared(channel), limits);
    }
    var own = pools.fresh(limits, channel);
    try {
      return measure(given, own, limits);
    } finally {
      own.terminate();
      pools.freshIsOver();
    }
  }

  private RunReport measure(Settings given, ProcessPool warm, Optional<Limits> limits)
      throws InputException,
          ExperimentFailedException,
          InterruptedException,
          PoolException,
          PythonException,
          IOException {
    var warmWorkers =
        request.engines().contains(EngineKind.PROCESSES) && request.start() == RunRequest.Start.WARM
            ? request.workers()
            : 1;
    phase(Phase.START);
    start(warm, warmWorkers);
    var withPython = request.engines().contains(EngineKind.PYTHON);
    if (withPython) {
      // also for cold runs: none of them shall be the first to read Python from the disk
      pythonIs = List.of(python.session(request.workers(), _ -> {}).description());
    }
    phase(Phase.SIZE);
    var settings = sizer.size(workload, given, warm, withPython);
    phase(Phase.PREPARE);
    var work = new Work(input.prepare(workload, settings, channel), limits);
    if (work.flow().isPresent() && request.start() == RunRequest.Start.WARM) {
      warmWorkers = Math.max(warmWorkers, processes(work, request.main().orElse(SEQUENTIAL)));
      start(warm, warmWorkers);
    }
    phase(Phase.WARM_UP);
    var rate = Calibration.warmUp(work, warm, warmWorkers);
    if (request.start() == RunRequest.Start.WARM) {
      for (var engine : request.engines()) {
        if (engine.threads()) {
          Calibration.dryRunThreads(work, rate, warm, request.workers(), engine);
        }
      }
    }
    var chunkItems = chunkItems(work, rate);
    var dispatchMicros = Calibration.dispatchMicros(warm);
    channel.say(
        new RunEvent.InputReady(
            System.nanoTime(),
            work.items(),
            chunkItems,
            work.prepared().description(),
            work.prepared().notes()));

    phase(Phase.MEASURE);
    var loadBefore = BackgroundLoad.read(ourPids());
    var outcomes = new ArrayList<RunOutcome>();
    for (var planned : ExperimentPlan.of(request).runs()) {
      var outcome = runOnce(planned, work, chunkItems, warm, limits);
      if (!outcomes.isEmpty()) {
        check(work, outcomes.getFirst(), outcome);
      }
      outcomes.add(outcome);
      channel.say(
          new RunEvent.RunFinished(
              System.nanoTime(),
              sample(outcome),
              outcome.trace().breakdown(),
              outcome.trace().workers()));
    }
    return report(work, settings.asMap(), chunkItems, dispatchMicros, outcomes, noise(loadBefore));
  }

  private void phase(Phase phase) {
    channel.say(new RunEvent.PhaseStarted(System.nanoTime(), phase));
  }

  private List<Long> ourPids() {
    return Stream.concat(pools.pids().stream(), python.pids().stream()).toList();
  }

  private static void start(ProcessPool pool, int workers)
      throws InterruptedException, InputException {
    try {
      pool.start(workers).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new InputException(null, e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new InputException(
          null,
          "%d worker processes did not start within %d s; try fewer, or close other programs"
              .formatted(workers, START_SECONDS));
    }
  }

  /** Processes of a run with a flow. */
  private int processes(Work work, EngineKind engine) {
    return engine == SEQUENTIAL ? 1 : work.flow().orElseThrow().processes(request.workers());
  }

  private long chunkItems(Work work, WarmUp.Output rate) {
    if (work.flow().isPresent()) {
      return work.flow().get().batchItems();
    }
    return request.chunk().isPresent()
        ? request.chunk().getAsInt()
        : Calibration.chunkItems(work.sharedItems(), rate.nanosPerItem(), request.workers());
  }

  private RunOutcome runOnce(
      PlannedRun asked, Work work, long chunkItems, ProcessPool warm, Optional<Limits> limits)
      throws PoolException, PythonException, ExperimentFailedException, InterruptedException {
    var planned = asked;
    Engine engine;
    if (work.flow().isPresent()) {
      planned = new PlannedRun(asked.engine(), processes(work, asked.engine()), asked.repeat());
      engine = new FlowEngine(asked.engine() == SEQUENTIAL ? 0 : request.workers());
    } else {
      engine =
          switch (asked.engine()) {
            case SEQUENTIAL -> new SequentialEngine();
            case PROCESSES -> new ProcessesEngine(chunkItems);
            case THREADS, THREADS_ONE_LOCK -> new ThreadsEngine(chunkItems);
            case PYTHON -> new PythonEngine(chunkItems, python);
          };
    }
    channel.say(
        new RunEvent.RunStarted(
            System.nanoTime(),
            planned.engine(),
            planned.workers(),
            planned.repeat(),
            request.repeats(),
            work.items()));
    pools.workersAreThreads(planned.engine().threads());
    if (request.start() == RunRequest.Start.WARM) {
      return engine.run(planned, work, warm, channel, false);
    }
    if (planned.engine() == EngineKind.PYTHON) {
      return engine.run(planned, work, warm, channel, true);
    }
    var cold = pools.fresh(limits, channel);
    try {
      return engine.run(planned, work, cold, channel, true);
    } catch (InterruptedException e) {
      cold.terminate();
      throw e;
    } finally {
      if (limits.isPresent()) {
        cold.terminate(); // a person's code may not end when it is asked to
      } else {
        cold.close();
      }
      pools.freshIsOver();
    }
  }

  private static void check(Work work, RunOutcome baseline, RunOutcome outcome)
      throws ExperimentFailedException {
    if (!work.prepared().same(baseline.result(), outcome.result())) {
      throw new ExperimentFailedException(
          "the result of run %d on %d workers with %s (%s) is not that of the baseline (%s); the workload"
                  .formatted(
                      outcome.run().repeat(),
                      outcome.run().workers(),
                      outcome.run().engine().id(),
                      work.prepared().inWords(outcome.result()),
                      work.prepared().inWords(baseline.result()))
              + " gives different results when it is cut into chunks, so its times cannot be"
              + " compared",
          null);
    }
  }

  private static Sample sample(RunOutcome outcome) {
    var run = outcome.run();
    return new Sample(run.engine(), run.workers(), run.repeat(), outcome.seconds());
  }

  private List<String> noise(Optional<BackgroundLoad> before) {
    var after = BackgroundLoad.read(ourPids());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    var share = before.get().shareUntil(after.get());
    return share.isPresent() && share.getAsDouble() > NOISY_LOAD
        ? List.of(
            "Other programs used %.0f %% of the processors during the runs; close them for a"
                    .formatted(100 * share.getAsDouble())
                + " number to rely on.")
        : List.of();
  }

  private RunReport report(
      Work work,
      Map<String, String> settings,
      long chunkItems,
      double dispatchMicros,
      List<RunOutcome> outcomes,
      List<String> noise) {
    var environment = Environment.current();
    var samples = outcomes.stream().map(Experiment::sample).toList();
    var engines =
        request.engines().stream()
            .map(engine ->
                engineReport(engine, work, samples, outcomes, environment.physicalCores()))
            .toList();
    var main = request.main().orElse(SEQUENTIAL);
    var shown = engines.get(request.engines().indexOf(main));
    var notes = new ArrayList<>(work.prepared().notes());
    notes.addAll(pythonIs);
    notes.addAll(noise);
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
        settings,
        environment,
        work.prepared().description(),
        List.copyOf(notes),
        work.items(),
        chunkItems,
        samples,
        work.prepared().inWords(result),
        work.prepared().inValues(result),
        List.copyOf(work.prepared().show(result)),
        shown.analysis(),
        shown.median().breakdown(),
        shown.median().workers(),
        dispatchMicros,
        engines);
  }

  private EngineReport engineReport(
      EngineKind engine,
      Work work,
      List<Sample> samples,
      List<RunOutcome> outcomes,
      int physicalCores) {
    var median = median(outcomes, engine);
    var workers = median.run().workers();
    var trace = median.trace();
    return new EngineReport(
        engine,
        workers,
        samples.stream().filter(sample -> sample.engine() == engine).toList(),
        trace,
        engine == SEQUENTIAL
            ? Optional.empty()
            : Optional.of(
                work.flow().isPresent()
                    ? Analysis.ofChain(samples, engine, workers, trace, physicalCores)
                    : Analysis.of(samples, engine, workers, trace, physicalCores)));
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
