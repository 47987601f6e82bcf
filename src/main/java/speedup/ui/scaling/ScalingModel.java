package speedup.ui.scaling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import speedup.experiment.ExperimentFailedException;
import speedup.experiment.Lab;
import speedup.experiment.RunHandle;
import speedup.experiment.RunReport;
import speedup.experiment.RunRequest;
import speedup.experiment.SweepReport;
import speedup.experiment.SweepRequest;
import speedup.experiment.SweepTime;
import speedup.measure.EngineKind;
import speedup.measure.TimedRun;
import speedup.scaling.ChunkModel;
import speedup.scaling.ScalingStudy;
import speedup.scaling.WhatIf;
import speedup.ui.fx.UiThread;
import speedup.workload.InputException;

/**
 * The state of the Scaling view: what runs, what was found, and what if. Sees no control. Its
 * properties belong to the UI thread; what is found is worked out on another one.
 */
public final class ScalingModel {
  /** Working it out takes part of a core that the runs need: not more often than this. */
  private static final long LIVE_NANOS = 500_000_000;

  /** How a study ended. */
  public sealed interface Outcome {
    /** Nothing was run yet, or something runs. */
    record None() implements Outcome {}

    /** It gave a report. */
    record Done(SweepReport report) implements Outcome {}

    /** The person stopped it; what was measured stays. */
    record Stopped() implements Outcome {}

    /**
     * An input or a setting cannot be used.
     *
     * @param parameter the field it is about
     */
    record BadInput(Optional<String> parameter, String message) implements Outcome {}

    /** It failed. */
    record Failed(String message) implements Outcome {}
  }

  /** Runs that measure the same work. */
  private record Work(String workload, Map<String, String> settings, EngineKind engine) {
    static Work of(SweepRequest request) {
      return new Work(request.run().workload(), request.run().settings(), request.engine());
    }
  }

  /** A study under way. */
  private record Job(SweepRequest request, StudyMode mode, boolean check, StudyWatch watch) {}

  private final Lab lab;
  private final UiThread ui;
  private final Executor analyst;
  private final Finding.Cores machine;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Outcome> outcome =
      new ReadOnlyObjectWrapper<>(new Outcome.None());
  private final ReadOnlyObjectWrapper<Finding> finding = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<WhatIf> whatIf = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ScalingStudy> check = new ReadOnlyObjectWrapper<>();
  private final Map<Work, ChunkModel> chunkModels = new HashMap<>();
  private final Map<Work, Double> sequentialSeconds = new HashMap<>();
  private final AtomicBoolean analysing = new AtomicBoolean();
  private volatile Job job;
  private RunHandle<SweepReport> handle;
  private volatile long analysedAt;

  /**
   * A model of a lab that was opened elsewhere and is closed there.
   *
   * @param analyst where runs are analysed, one task after the other
   */
  public ScalingModel(Lab lab, UiThread ui, Executor analyst, Finding.Cores machine) {
    this.lab = lab;
    this.ui = ui;
    this.analyst = analyst;
    this.machine = machine;
  }

  /** Whether a study is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** How the last one ended. */
  public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** What the present or last study shows; null before the first run. */
  public ReadOnlyObjectProperty<Finding> findingProperty() {
    return finding.getReadOnlyProperty();
  }

  /** The fit with what was changed in it; null where there is none. */
  public ReadOnlyObjectProperty<WhatIf> whatIfProperty() {
    return whatIf.getReadOnlyProperty();
  }

  /** What was measured to check a what-if; null where nothing was. */
  public ReadOnlyObjectProperty<ScalingStudy> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /** Finds out whether an engine can be used here, without letting the window wait for that. */
  void check(EngineKind engine, StudyOptionsModel options) {
    options.engineProblemProperty().set("");
    Thread.ofVirtual()
        .start(() -> {
          var why = lab.unavailable(engine);
          ui.execute(() -> {
            if (options.engineProperty().get() == engine) {
              options.engineProblemProperty().set(why.orElse(""));
            }
          });
        });
  }

  /** Starts a study; nothing happens while one is under way. */
  public void start(SweepRequest request, StudyMode mode) {
    if (forget()) {
      start(request, mode, false);
    }
  }

  /**
   * What the last study found is not shown any more.
   *
   * @return false while one is under way: nothing is forgotten then
   */
  boolean forget() {
    if (running.get()) {
      return false;
    }
    finding.set(null);
    whatIf.set(null);
    check.set(null);
    return true;
  }

  /** Changes what is asked for; the check of another what-if would mislead, and goes. */
  void setWhatIf(WhatIf next) {
    whatIf.set(next);
    if (!running.get()) {
      check.set(null);
    }
  }

  /** Starts the runs that show whether the what-if is right. */
  void verify() {
    if (!running.get() && whatIf.get() != null && finding.get() != null) {
      check.set(null);
      start(checkRequest(finding.get().request(), whatIf.get().verify()), StudyMode.STRONG, true);
    }
  }

  private static SweepRequest checkRequest(SweepRequest studied, WhatIf.Check check) {
    var run = studied.run();
    boolean same = check.workload().isEmpty();
    return new SweepRequest(
        new RunRequest(
            check.workload().orElse(run.workload()),
            same ? run.settings() : check.settings(),
            run.engines(),
            run.workers(),
            check.chunk().isPresent() || !same ? check.chunk() : run.chunk(),
            run.repeats(),
            check.cold() ? RunRequest.Start.COLD : run.start()),
        studied.workers(),
        List.of(),
        SweepRequest.ONE_SIZE,
        false,
        studied.seed());
  }

  private void start(SweepRequest request, StudyMode mode, boolean asCheck) {
    var next = new Job(request, mode, asCheck, new StudyWatch(this::ran));
    job = next;
    analysedAt = System.nanoTime() - LIVE_NANOS;
    outcome.set(new Outcome.None());
    running.set(true);
    handle = lab.sweep(request, next.watch);
    handle
        .report()
        .whenComplete((report, problem) ->
            CompletableFuture.supplyAsync(() -> analyse(next, report), analyst)
                .whenComplete((found, bug) ->
                    ui.execute(() -> end(next, found, report, problem == null ? bug : problem))));
  }

  /** Stops what runs, at once; what was measured stays. */
  public void stop() {
    if (handle != null) {
      handle.stop();
    }
  }

  /** On any thread, after each timed run. */
  private void ran() {
    var present = job;
    if (System.nanoTime() - analysedAt >= LIVE_NANOS && analysing.compareAndSet(false, true)) {
      analyst.execute(() -> {
        try {
          var found = analyse(present, null);
          ui.execute(() -> {
            if (job == present && running.get()) {
              show(present, found);
            }
          });
        } finally {
          analysedAt = System.nanoTime();
          analysing.set(false);
        }
      });
    }
  }

  /** What the runs show so far, or those of the report. */
  private Finding analyse(Job present, SweepReport report) {
    var look = present.watch.look();
    return Finding.of(
        present.request,
        present.mode,
        report == null ? look.runs() : report.runs(),
        report == null ? look.items() : report.items(),
        machine);
  }

  private void show(Job present, Finding found) {
    if (present.check) {
      check.set(found.strong().orElseThrow());
    } else if (!found.runs().isEmpty()) {
      finding.set(found);
    }
  }

  private void end(Job ended, Finding found, SweepReport report, Throwable problem) {
    if (found != null) {
      show(ended, found);
      remember(ended, found);
    }
    running.set(false);
    outcome.set(report != null && problem == null ? new Outcome.Done(report) : failure(problem));
  }

  private void remember(Job ended, Finding found) {
    found.runs().stream()
        .filter(run -> run.sample().engine() == EngineKind.SEQUENTIAL && run.size() == 1)
        .mapToDouble(run -> run.sample().seconds())
        .average()
        .ifPresent(seconds -> sequentialSeconds.put(Work.of(ended.request), seconds));
    if (found.study() instanceof Finding.Study.Chunks(var study)) {
      study.model().value().ifPresent(model -> chunkModels.put(Work.of(ended.request), model));
    }
    if (!ended.check) {
      whatIf.set(whatIf(ended, found).orElse(null));
    }
  }

  private Optional<WhatIf> whatIf(Job ended, Finding found) {
    var chunks = Optional.ofNullable(chunkModels.get(Work.of(ended.request)));
    return found
        .strong()
        .flatMap(study -> study.preferred().value())
        .map(law -> {
          long now = found.runs().getFirst().chunkItems();
          return chunks.map(model -> WhatIf.of(law, model, now)).orElseGet(() -> WhatIf.of(law));
        });
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

  /** A look at the study under way or the last one; empty before the first. */
  Optional<StudyWatch.Look> look() {
    return Optional.ofNullable(job).map(present -> present.watch.look());
  }

  /** The request of the present or last study; there must be one. */
  SweepRequest request() {
    return job.request;
  }

  /** Whether what runs, or ran last, is the check of a what-if. */
  boolean checking() {
    return job != null && job.check;
  }

  /**
   * Seconds that a study would take; empty where nothing like it was run.
   *
   * @param last the last comparison, or null
   */
  OptionalDouble estimate(SweepRequest request, RunReport last) {
    var known = sequentialSeconds.get(Work.of(request));
    return new SweepTime(
            request,
            List.of(),
            known == null ? SweepTime.sequential(request, last) : OptionalDouble.of(known),
            machine.logical())
        .left();
  }

  /** Seconds that the study under way still takes; empty where nothing can be said yet. */
  OptionalDouble secondsLeft(StudyWatch.Look look) {
    var known = sequentialSeconds.get(Work.of(job.request));
    var left =
        new SweepTime(
                job.request,
                look.runs(),
                known == null ? OptionalDouble.empty() : OptionalDouble.of(known),
                machine.logical())
            .left();
    double measured =
        look.runs().stream().map(TimedRun::sample).mapToDouble(s -> s.seconds()).sum();
    // what lies between two runs takes its time as well
    double stretch = measured > 0 ? Math.max(1, look.measuringNanos() / 1e9 / measured) : 1;
    return left.isPresent() ? OptionalDouble.of(left.getAsDouble() * stretch) : left;
  }
}
