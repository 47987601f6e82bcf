package speedup.experiment;

import static speedup.measure.EngineKind.SEQUENTIAL;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.BackgroundLoad;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRun;
import speedup.pool.PoolException;
import speedup.pool.ProcessPool;
import speedup.python.PythonException;
import speedup.workload.InputException;
import speedup.workload.Limits;
import speedup.workload.Parameter;
import speedup.workload.Settings;
import speedup.workload.Workload;

/**
 * Carries out a plan, on the thread that calls {@link #run}.
 *
 * <pre>
 * start ──► size ──► prepare ──► warm up ──► timed runs, each checked
 * </pre>
 */
final class Bench {
  private static final long START_SECONDS = 60;

  private final RunRequest request;
  private final ExperimentPlan plan;
  private final Workload workload;
  private final LabTools tools;
  private final RunChannel channel;
  private final Map<Integer, Prepared> bySize = new HashMap<>();
  private Optional<Limits> limits = Optional.empty();
  private ProcessPool warm;

  Bench(
      RunRequest request,
      ExperimentPlan plan,
      Workload workload,
      LabTools tools,
      RunChannel channel) {
    this.request = request;
    this.plan = plan;
    this.workload = workload;
    this.tools = tools;
    this.channel = channel;
  }

  /** Work of one size. */
  private static final class Prepared {
    final Work work;
    final WarmUp.Output rate;
    RunOutcome first;

    Prepared(Work work, WarmUp.Output rate) {
      this.work = work;
      this.rate = rate;
    }
  }

  /**
   * A timed run whose result is right.
   *
   * @param outcome its result and what its workers did
   * @param timed what decided its time
   */
  record Measured(RunOutcome outcome, TimedRun timed) {}

  /**
   * What all runs have in common.
   *
   * @param settings all that were used
   * @param work at size 1
   * @param chunkItems items in a chunk of a run of the request itself
   * @param dispatchMicros median round trip of an empty task
   * @param notes what the person should know
   */
  record Findings(
      Map<String, String> settings,
      Work work,
      long chunkItems,
      double dispatchMicros,
      List<String> notes) {}

  /**
   * Measures.
   *
   * @param each takes every timed run, in the order in which they ran
   */
  Findings run(Consumer<Measured> each)
      throws InputException, ExperimentFailedException, InterruptedException {
    try {
      try {
        return measure(each);
      } finally {
        tools.input().runIsOver();
      }
    } catch (PoolException e) {
      throw new ExperimentFailedException(OwnFailure.sentence(e), e);
    } catch (PythonException e) {
      throw new ExperimentFailedException(e.getMessage(), e);
    } catch (IOException e) {
      throw new ExperimentFailedException("reading the input failed: " + e.getMessage(), e);
    } finally {
      tools.python().end();
      channel.dropRecording();
    }
  }

  private Findings measure(Consumer<Measured> each)
      throws InputException,
          ExperimentFailedException,
          InterruptedException,
          PoolException,
          PythonException,
          IOException {
    // checked before a process is started
    var given = tools.input().check(workload, request.settings());
    EngineFit.check(request, workload, tools.python());
    checkSizes();
    limits = workload.limits(given);
    if (limits.isEmpty()) {
      warm = tools.pools().shared(channel);
      return measure(given, each);
    }
    warm = tools.pools().fresh(limits, channel);
    try {
      return measure(given, each);
    } finally {
      warm.terminate();
      tools.pools().freshIsOver();
    }
  }

  private void checkSizes() throws InputException {
    if (plan.mostSize() > 1 && workload.sizeParameter().isEmpty()) {
      throw new InputException(
          null,
          "%s has no setting that its work grows with, so its size cannot be varied; vary the workers or the chunks"
              .formatted(workload.id()));
    }
  }

  private Findings measure(Settings given, Consumer<Measured> each)
      throws InputException,
          ExperimentFailedException,
          InterruptedException,
          PoolException,
          PythonException,
          IOException {
    var warmWorkers = warmWorkers();
    phase(Phase.START);
    start(warmWorkers);
    var notes = new ArrayList<String>();
    var withPython = request.engines().contains(EngineKind.PYTHON);
    if (withPython) {
      // also for cold runs: none of them shall be the first to read Python from the disk
      var most = plan.mostWorkers(EngineKind.PYTHON);
      notes.add(tools.python().session(most, _ -> {}).description());
    }
    phase(Phase.SIZE);
    var settings = tools.sizer().size(workload, given, warm, withPython);
    for (var size : plan.runs().stream().map(PlannedRun::size).sorted().distinct().toList()) {
      bySize.put(size, prepare(sized(settings, size), warmWorkers));
    }
    var one = bySize.get(1);
    var dispatchMicros = Calibration.dispatchMicros(warm);
    var chunkItems = chunkItems(one, plan.usual());
    channel.say(
        new RunEvent.InputReady(
            System.nanoTime(),
            one.work.items(),
            chunkItems,
            one.work.prepared().description(),
            one.work.prepared().notes()));

    phase(Phase.MEASURE);
    for (var planned : plan.runs()) {
      var measured = measure(planned, bySize.get(planned.size()));
      each.accept(measured);
      channel.say(
          new RunEvent.RunFinished(
              System.nanoTime(), measured.timed(), measured.outcome().trace().workers()));
    }
    notes.addAll(0, one.work.prepared().notes());
    return new Findings(settings.asMap(), one.work, chunkItems, dispatchMicros, List.copyOf(notes));
  }

  private int warmWorkers() {
    return request.start() == RunRequest.Start.WARM ? plan.mostWorkers(EngineKind.PROCESSES) : 1;
  }

  private Settings sized(Settings settings, int size) throws InputException {
    if (size == 1) {
      return settings;
    }
    var id = workload.sizeParameter().orElseThrow();
    var larger = Math.multiplyExact(settings.whole(id), size);
    for (var parameter : workload.parameters()) {
      if (parameter instanceof Parameter.Whole whole
          && whole.id().equals(id)
          && larger > whole.max()) {
        throw new InputException(
            id,
            "%d times the size makes %s %,d, but %,d is the most; begin with a smaller one"
                .formatted(size, id, larger, whole.max()));
      }
    }
    var all = new LinkedHashMap<>(settings.asMap());
    all.put(id, Long.toString(larger));
    return Settings.of(workload.parameters(), all);
  }

  private Prepared prepare(Settings settings, int warmWorkers)
      throws InputException, InterruptedException, PoolException, IOException {
    phase(Phase.PREPARE);
    var work = new Work(tools.input().prepare(workload, settings, channel), limits);
    var workers = warmWorkers;
    if (work.flow().isPresent() && request.start() == RunRequest.Start.WARM) {
      workers = Math.max(workers, work.flow().get().processes(warmWorkers));
      start(workers);
    }
    phase(Phase.WARM_UP);
    var rate = Calibration.warmUp(work, warm, workers);
    if (request.start() == RunRequest.Start.WARM) {
      for (var engine : request.engines()) {
        if (engine.threads()) {
          Calibration.dryRunThreads(work, rate, warm, plan.mostWorkers(engine), engine);
        }
      }
    }
    return new Prepared(work, rate);
  }

  private void phase(Phase phase) {
    channel.say(new RunEvent.PhaseStarted(System.nanoTime(), phase));
  }

  private void start(int workers) throws InterruptedException, InputException {
    try {
      warm.start(workers).get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new InputException(null, e.getCause().getMessage());
    } catch (TimeoutException e) {
      throw new InputException(
          null,
          "%d worker processes did not start within %d s; try fewer, or close other programs"
              .formatted(workers, START_SECONDS));
    }
  }

  private static long chunkItems(Prepared input, PlannedRun planned) {
    if (input.work.flow().isPresent()) {
      return input.work.flow().get().batchItems();
    }
    return planned.chunk().isPresent()
        ? planned.chunk().getAsInt()
        : Calibration.chunkItems(
            input.work.sharedItems(), input.rate.nanosPerItem(), planned.workers());
  }

  private Measured measure(PlannedRun planned, Prepared input)
      throws PoolException, PythonException, ExperimentFailedException, InterruptedException {
    // the baseline is cut as the runs that it is compared with are
    var chunkItems = chunkItems(input, planned.engine() == SEQUENTIAL ? plan.usual() : planned);
    var before = BackgroundLoad.read(ourPids());
    var outcome = runOnce(planned, input.work, chunkItems);
    var load = OtherLoad.between(before, BackgroundLoad.read(ourPids()));
    if (input.first == null) {
      input.first = outcome;
    } else {
      check(input.work, input.first, outcome);
    }
    var run = outcome.run();
    var sample = new Sample(run.engine(), run.workers(), run.repeat(), outcome.seconds());
    return new Measured(
        outcome, new TimedRun(sample, chunkItems, run.size(), outcome.trace().breakdown(), load));
  }

  private List<Long> ourPids() {
    return Stream.concat(tools.pools().pids().stream(), tools.python().pids().stream()).toList();
  }

  private RunOutcome runOnce(PlannedRun asked, Work work, long chunkItems)
      throws PoolException, PythonException, ExperimentFailedException, InterruptedException {
    var planned = asked;
    Engine engine;
    if (work.flow().isPresent()) {
      var middle = asked.engine() == SEQUENTIAL ? 0 : asked.workers();
      planned = asked.withWorkers(middle == 0 ? 1 : work.flow().orElseThrow().processes(middle));
      engine = new FlowEngine(middle);
    } else {
      engine =
          switch (asked.engine()) {
            case SEQUENTIAL -> new SequentialEngine();
            case PROCESSES -> new ProcessesEngine(chunkItems);
            case THREADS, THREADS_ONE_LOCK -> new ThreadsEngine(chunkItems);
            case PYTHON -> new PythonEngine(chunkItems, tools.python());
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
    tools.pools().workersAreThreads(planned.engine().threads());
    if (request.start() == RunRequest.Start.WARM) {
      return engine.run(planned, work, warm, channel, false);
    }
    return planned.engine() == EngineKind.PYTHON
        ? engine.run(planned, work, warm, channel, true)
        : runCold(engine, planned, work);
  }

  private RunOutcome runCold(Engine engine, PlannedRun planned, Work work)
      throws PoolException, PythonException, ExperimentFailedException, InterruptedException {
    var cold = tools.pools().fresh(limits, channel);
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
      tools.pools().freshIsOver();
    }
  }

  private static void check(Work work, RunOutcome baseline, RunOutcome outcome)
      throws ExperimentFailedException {
    if (!work.prepared().same(baseline.result(), outcome.result())) {
      throw new ExperimentFailedException(
          "the result of run %d on %d workers with %s (%s) is not that of the first run (%s); the workload"
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
}
