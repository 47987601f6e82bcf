package speedup.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.RaceTrack;
import speedup.ui.chart.SpeedupChart;
import speedup.ui.chart.TimelineStrip;

/**
 * Brings what the monitor holds onto the screen: canvases once a frame, text some times a second.
 * Belongs to the JavaFX thread.
 */
final class LiveDrawing {
  /** Text that changes faster than this cannot be read. */
  private static final long TEXT_NANOS = 150_000_000;

  /**
   * Drawing takes part of a core in software rendering. Where the workers compute on every core, a
   * picture at 60 frames a second would slow down what it shows.
   */
  private static final long SATURATED_NANOS = 160_000_000;

  /** Of all cores; more than this is all that a machine with other programs gives. */
  private static final double SATURATED_SHARE = 0.75;

  private static final int LEAST_CHUNKS_FOR_ESTIMATE = 10;

  /** The controls that are drawn on. */
  record Screen(
      RaceTrack race,
      SpeedupChart speedup,
      PicturePane picture,
      TimelineStrip timeline,
      BreakdownBar breakdown,
      WorkerCards cards,
      ProgressBar progress,
      Label activity,
      Label bigNumber,
      Label bigCaption,
      Label inputLine) {}

  private final RunModel model;
  private final Screen screen;
  private final Runnable pictureBegan;
  private final Runnable chartBegan;
  private final Runnable statusChanged;
  private long drawnAt;
  private boolean saturated;
  private long textAt;
  private int pictureShown;
  private boolean pictureSized;

  LiveDrawing(
      RunModel model,
      Screen screen,
      Runnable pictureBegan,
      Runnable chartBegan,
      Runnable statusChanged) {
    this.chartBegan = chartBegan;
    this.statusChanged = statusChanged;
    this.model = model;
    this.screen = screen;
    this.pictureBegan = pictureBegan;
  }

  /** Once a frame; less often while the workers have all the cores. */
  void drawFrame() {
    var running = model.monitor().running();
    var throttled = saturated && running != null && running.engine() == EngineKind.PROCESSES;
    if (!throttled || System.nanoTime() - drawnAt >= SATURATED_NANOS) {
      draw();
    }
  }

  private void draw() {
    var now = System.nanoTime();
    drawnAt = now;
    var newResult = model.collectFinished();
    var running = model.monitor().running();
    drawRace(running, now);
    drawTimeline(running, now);
    drawTiles();
    if (newResult) {
      drawResults();
    }
    if (newResult || now - textAt > TEXT_NANOS) {
      textAt = now;
      drawTexts(running, now);
      drawWorkers();
      statusChanged.run();
    }
    render();
  }

  /** After the end: everything, once. */
  void drawAll() {
    textAt = 0;
    draw();
  }

  /** Draws what has changed. */
  void render() {
    screen.race().renderIfDirty();
    screen.speedup().renderIfDirty();
    screen.picture().renderIfDirty();
    screen.timeline().renderIfDirty();
    screen.breakdown().renderIfDirty();
  }

  /** Before the first run of a workload. */
  void clear() {
    saturated = false;
    screen
        .race()
        .show(
            new RaceTrack.State(
                RaceTrack.Bar.waiting(Messages.get("run.race.sequential")),
                RaceTrack.Bar.waiting(Messages.get("run.race.waiting"))));
    screen.timeline().show(new TimelineStrip.Data(List.of(), 0, 1));
    screen.breakdown().show(Optional.empty());
    screen.breakdown().highlight(Optional.empty());
    pictureSized = false;
    render();
  }

  private void drawRace(RunMonitor.Running running, long now) {
    var request = model.request();
    if (request == null) {
      return;
    }
    screen
        .race()
        .show(
            new RaceTrack.State(
                bar(EngineKind.SEQUENTIAL, Messages.get("run.race.sequential"), running, now),
                bar(
                    EngineKind.PROCESSES,
                    Messages.get("run.race.parallel", request.workers()),
                    running,
                    now)));
  }

  private RaceTrack.Bar bar(EngineKind engine, String label, RunMonitor.Running running, long now) {
    var former = model.samples(engine).stream().map(Sample::seconds).toList();
    if (running != null && running.engine() == engine) {
      return new RaceTrack.Bar(
          label,
          Math.max(0, (now - running.startedAt()) / 1e9),
          true,
          running.items() == 0 ? 0 : (double) running.done() / running.items(),
          former,
          Optional.empty());
    }
    return former.isEmpty()
        ? RaceTrack.Bar.waiting(label)
        : new RaceTrack.Bar(
            label, former.getLast(), false, 1, former, Optional.of(model.summary(engine)));
  }

  private double median(EngineKind engine) {
    return model.summary(engine).median();
  }

  private void drawTimeline(RunMonitor.Running running, long now) {
    var lanes = model.monitor().tracks().look();
    var lastParallel =
        model.finished().stream()
            .map(RunEvent.RunFinished::sample)
            .filter(sample -> sample.engine() == EngineKind.PROCESSES)
            .reduce((_, last) -> last);
    var seconds =
        running != null && running.engine() == EngineKind.PROCESSES
            ? (now - running.startedAt()) / 1e9
            : lastParallel.map(Sample::seconds).orElse(0.0);
    if (seconds > 0) {
      screen.timeline().show(new TimelineStrip.Data(lanes, 0, seconds));
    }
  }

  private void drawTiles() {
    var monitor = model.monitor();
    if (monitor.pictures() != pictureShown) {
      pictureShown = monitor.pictures();
      pictureSized = false;
    }
    for (var painted : monitor.takeTiles()) {
      if (!pictureSized) {
        screen.picture().begin(painted.tiles().pictureWidth(), painted.tiles().pictureHeight());
        pictureSized = true;
        pictureBegan.run();
      }
      screen.picture().paint(painted.tiles(), painted.worker());
    }
  }

  /** The points of this session for the present request. */
  void drawSeries() {
    var machine = Environment.current();
    screen
        .speedup()
        .show(
            SessionSeries.of(
                model.sessionSamples(), machine.physicalCores(), machine.logicalCores()));
  }

  private void drawResults() {
    drawSeries();
    chartBegan.run();
    var parallel = model.samples(EngineKind.PROCESSES);
    if (!parallel.isEmpty()) {
      screen.breakdown().show(Optional.of(lastBreakdown()));
    }
  }

  private speedup.measure.Breakdown lastBreakdown() {
    return model.finished().stream()
        .filter(done -> done.sample().engine() == EngineKind.PROCESSES)
        .reduce((_, last) -> last)
        .orElseThrow()
        .breakdown();
  }

  private void drawTexts(RunMonitor.Running running, long now) {
    if (!model.runningProperty().get()) {
      return;
    }
    var monitor = model.monitor();
    var input = monitor.input();
    if (input != null) {
      screen.inputLine().setText(input.description());
    }
    var remaining = RemainingTime.of(model, running, now);
    var words = RunWords.activity(monitor, Optional.ofNullable(running), model.request().workers());
    screen
        .activity()
        .setText(
            remaining.isPresent() && input != null
                ? words + " · " + RunWords.remaining(remaining.getAsDouble())
                : words);
    screen.progress().setProgress(fraction(running));
    speedupSoFar(running, now)
        .ifPresent(value -> {
          screen.bigNumber().setText(RunWords.speedup(value));
          screen.bigCaption().setText(Messages.get("run.so-far"));
        });
  }

  /** Finished runs by all runs; while something is prepared, how far that is. */
  private double fraction(RunMonitor.Running running) {
    var runs = 2.0 * model.request().repeats();
    if (running == null && model.finished().isEmpty()) {
      var fraction = model.monitor().activity().fraction();
      return Double.isNaN(fraction) ? ProgressBar.INDETERMINATE_PROGRESS : fraction;
    }
    var part =
        running == null || running.items() == 0 ? 0 : (double) running.done() / running.items();
    return (model.finished().size() + part) / runs;
  }

  /** Medians where both kinds have finished; else the first parallel run's own progress. */
  private OptionalDouble speedupSoFar(RunMonitor.Running running, long now) {
    if (model.samples(EngineKind.SEQUENTIAL).isEmpty()) {
      return OptionalDouble.empty();
    }
    var sequential = median(EngineKind.SEQUENTIAL);
    if (!model.samples(EngineKind.PROCESSES).isEmpty()) {
      return OptionalDouble.of(sequential / median(EngineKind.PROCESSES));
    }
    if (running == null
        || running.engine() != EngineKind.PROCESSES
        || running.done() * LEAST_CHUNKS_FOR_ESTIMATE < running.items()) {
      return OptionalDouble.empty();
    }
    var elapsed = (now - running.startedAt()) / 1e9;
    return OptionalDouble.of(sequential * running.done() / running.items() / elapsed);
  }

  void drawWorkers() {
    var looks = model.monitor().workers();
    screen.cards().show(looks.stream().map(WorkerCardStates::of).toList());
    var busyCores =
        looks.stream()
            .mapToDouble(WorkerWatch.Look::cpuShare)
            .filter(share -> !Double.isNaN(share))
            .sum();
    // one worker that computes tells what all of them will do
    var running = model.monitor().running();
    var expected =
        running != null && running.engine() == EngineKind.SEQUENTIAL
            ? busyCores * model.request().workers()
            : busyCores;
    saturated |= expected > SATURATED_SHARE * Environment.current().logicalCores();
  }
}
