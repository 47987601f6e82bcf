package speedup.ui.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.InputCache;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.Summary;
import speedup.measure.TimedRun;
import speedup.ui.fx.UiThread;
import speedup.workload.InputException;
import speedup.workload.Workload;

/**
 * The state of the Run view: what runs, what came out, and the samples of this session. Sees no
 * control. Its properties belong to the UI thread.
 */
public final class RunModel {
  /** How an experiment ended. */
  public sealed interface Outcome {
    /** Nothing was run yet, or something runs. */
    record None() implements Outcome {}

    /** It gave a report. */
    record Done(RunReport report) implements Outcome {}

    /** The person stopped it. */
    record Stopped() implements Outcome {}

    /**
     * An input or a setting cannot be used.
     *
     * @param parameter the field it is about
     */
    record BadInput(Optional<String> parameter, String message) implements Outcome {}

    /** The run failed. */
    record Failed(String message) implements Outcome {}
  }

  /** What runs have in common whose samples may be drawn in one chart. */
  private record SeriesKey(
      String workload, Map<String, String> settings, OptionalInt chunk, RunRequest.Start start) {
    static SeriesKey of(RunRequest request) {
      return new SeriesKey(
          request.workload(), request.settings(), request.chunk(), request.start());
    }
  }

  private final Lab lab;
  private final UiThread ui;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.None());
  private final Map<SeriesKey, List<TimedRun>> session = new HashMap<>();
  private final List<RunEvent.RunFinished> finished = new ArrayList<>();
  private final Map<EngineKind, Summary> summaries = new EnumMap<>(EngineKind.class);
  private final AtomicBoolean turnPending = new AtomicBoolean();
  private Runnable onTurn = () -> {};
  private Consumer<RunReport> onReport = _ -> {};
  private volatile RunMonitor monitor = new RunMonitor(this::turned);
  private RunRequest request;
  private RunHandle<RunReport> handle;

  /** A model of a lab that was opened elsewhere and is closed there. */
  public RunModel(Lab lab, UiThread ui) {
    this.lab = lab;
    this.ui = ui;
  }

  /** Whether an experiment is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How the last one ended. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** What to do, on the UI thread, when a worker process came or went while nothing runs. */
  void onTurn(Runnable action) {
    onTurn = action;
  }

  /** What to do with every report of an experiment of this model. */
  void onReport(Consumer<RunReport> action) {
    onReport = action;
  }

  /** Goes on where another one, which is of no use any more, has stopped. */
  void takeOver(RunModel before) {
    session.putAll(before.session);
    finished.addAll(before.finished);
    request = before.request;
    monitor = before.monitor;
    monitor.tell(this::turned);
    outcome.set(before.outcome.get());
  }

  /** Starts an experiment; nothing happens while one is under way. */
  public void start(RunRequest next) {
    if (running.get()) {
      return;
    }
    request = next;
    finished.clear();
    summaries.clear();
    monitor = monitor.next();
    outcome.set(new Outcome.None());
    running.set(true);
    handle = lab.start(next, monitor);
    handle.report().whenComplete((report, problem) -> ui.execute(() -> end(report, problem)));
  }

  /** Stops what runs, at once. */
  public void stop() {
    if (handle != null) {
      handle.stop();
    }
  }

  private void end(RunReport report, Throwable problem) {
    monitor.end();
    collectFinished();
    if (report != null) {
      session.computeIfAbsent(SeriesKey.of(request), _ -> new ArrayList<>()).addAll(report.runs());
    }
    running.set(false);
    outcome.set(report == null ? failure(problem) : new Outcome.Done(report));
    if (report != null) {
      onReport.accept(report);
    }
  }

  private static Outcome failure(Throwable problem) {
    var cause = problem instanceof CompletionException ? problem.getCause() : problem;
    return switch (cause) {
      case CancellationException _ -> new Outcome.Stopped();
      case InputException e -> new Outcome.BadInput(e.parameter(), e.getMessage());
      case ExperimentFailedException e -> new Outcome.Failed(e.getMessage());
      default -> new Outcome.Failed(cause.toString());
    };
  }

  private void turned() {
    if (turnPending.compareAndSet(false, true)) {
      ui.execute(() -> {
        turnPending.set(false);
        if (!running.get()) {
          onTurn.run();
        }
      });
    }
  }

  RunMonitor monitor() {
    return monitor;
  }

  /** The request of the present or last experiment, null before the first. */
  RunRequest request() {
    return request;
  }

  /** Takes over what finished since the last call; true when something did. */
  boolean collectFinished() {
    var grown = finished.addAll(monitor.takeFinished());
    if (grown) {
      summaries.clear();
    }
    return grown;
  }

  /** The timed runs of the present or last experiment. */
  List<RunEvent.RunFinished> finished() {
    return List.copyOf(finished);
  }

  /** Samples of one engine in the present or last experiment, in order. */
  List<Sample> samples(EngineKind engine) {
    return finished.stream()
        .map(RunEvent.RunFinished::sample)
        .filter(sample -> sample.engine() == engine)
        .toList();
  }

  /** The samples of one engine in short; there must be some. Worked out once for each new run. */
  Summary summary(EngineKind engine) {
    return summaries.computeIfAbsent(
        engine, _ -> Summary.of(samples(engine).stream().mapToDouble(Sample::seconds).toArray()));
  }

  /** The points of earlier runs of this session are not drawn any more; not while one runs. */
  void forgetSession() {
    if (!running.get()) {
      session.clear();
    }
  }

  /** All runs of this session that measure the same work as the present or last request. */
  List<TimedRun> sessionRuns() {
    if (request == null) {
      return List.of();
    }
    var runs = new ArrayList<>(session.getOrDefault(SeriesKey.of(request), List.of()));
    if (running.get()) {
      finished.forEach(done -> runs.add(done.run()));
    }
    return runs;
  }

  /** The engine that runs just now; empty between two runs. From any thread. */
  public Optional<EngineKind> presentEngine() {
    return Optional.ofNullable(monitor.running()).map(RunMonitor.Running::engine);
  }

  /** How far the parallel run under way is, 0 to 1; 0 when none is. From any thread. */
  public double parallelFraction() {
    var run = monitor.running();
    return run == null || run.engine() == EngineKind.SEQUENTIAL
        ? 0
        : (double) run.done() / run.items();
  }

  /** What handing over an empty task cost in the last experiment. */
  public Optional<Double> dispatchMicros() {
    return outcome.get() instanceof Outcome.Done(var report)
        ? Optional.of(report.dispatchMicros()).filter(Double::isFinite)
        : Optional.empty();
  }

  /** Why an engine cannot run a workload here; empty where it can. From any thread. */
  public Optional<String> unavailable(Workload workload, EngineKind engine) {
    return lab.unavailable(workload, engine);
  }

  /** Asks a worker's process to end. */
  public void terminateWorker(int worker) {
    lab.terminateWorker(worker);
  }

  /** Kills a worker's process. */
  public void killWorker(int worker) {
    lab.killWorker(worker);
  }

  /** Where generated input is kept. */
  InputCache cache() {
    return lab.cache();
  }

  /** Worker processes that are up. */
  public int warmWorkers() {
    return lab.warmWorkers();
  }
}
