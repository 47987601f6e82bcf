package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import speedup.experiment.RunRequest;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.plot.SpeedupChart;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.PicturePane;
import speedup.ui.chart.RaceTrack;
import speedup.ui.chart.StagesChart;
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
      ChartPane speedup,
      PicturePane picture,
      StagesChart stages,
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
  private final Runnable stagesBegan;
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
      Runnable stagesBegan,
      Runnable chartBegan,
      Runnable statusChanged) {
    this.chartBegan = chartBegan;
    this.statusChanged = statusChanged;
    this.model = model;
    this.screen = screen;
    this.pictureBegan = pictureBegan;
    this.stagesBegan = stagesBegan;
  }

  /** Once a frame; less often while the workers have all the cores. */
  void drawFrame() {
    var running = model.monitor().running();
    var throttled = saturated && running != null && running.engine() != EngineKind.SEQUENTIAL;
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
    drawStages();
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
    screen.stages().renderIfDirty();
    screen.timeline().renderIfDirty();
    screen.breakdown().renderIfDirty();
  }

  /** Before the first run of a workload. */
  void clear(List<EngineKind> engines) {
    saturated = false;
    var bars = new ArrayList<RaceTrack.Bar>();
    for (var engine : engines.size() < 2 ? RunRequest.COMPARE : engines) {
      bars.add(RaceTrack.Bar.waiting(engine, Messages.get("run.race." + engine.id() + ".waiting")));
    }
    screen.race().show(new RaceTrack.State(bars));
    screen.timeline().show(new TimelineStrip.Data(List.of(), 0, 1));
    screen.breakdown().show(Optional.empty());
    screen.breakdown().highlight(Optional.empty());
    pictureSized = false;
    screen.stages().show(Optional.empty());
    render();
  }

  private void drawRace(RunMonitor.Running running, long now) {
    var request = model.request();
    if (request == null) {
      return;
    }
    var bars = new ArrayList<RaceTrack.Bar>();
    for (var engine : request.engines()) {
      bars.add(bar(engine, request.workers(), running, now));
    }
    if (bars.size() > 1) {
      screen.race().show(new RaceTrack.State(bars));
    } else {
      var other = Messages.get("run.race.processes.waiting");
      screen
          .race()
          .show(
              new RaceTrack.State(
                  bars.getFirst(), RaceTrack.Bar.waiting(EngineKind.PROCESSES, other)));
    }
  }

  private RaceTrack.Bar bar(EngineKind engine, int asked, RunMonitor.Running running, long now) {
    var workers = processes(engine, asked, running);
    var many = model.request().engines().size() > 2; // beside its bar a label has little room
    var label =
        many ? RunWords.engine(engine, workers) : Messages.get("run.race." + engine.id(), workers);
    var former = model.samples(engine).stream().map(Sample::seconds).toList();
    var speedup = speedup(engine, running, now).orElse(Double.NaN);
    if (running != null && running.engine() == engine) {
      return new RaceTrack.Bar(
          engine,
          label,
          Math.max(0, (now - running.startedAt()) / 1e9),
          true,
          running.items() == 0 ? 0 : (double) running.done() / running.items(),
          former,
          Optional.empty(),
          speedup);
    }
    return former.isEmpty()
        ? RaceTrack.Bar.waiting(engine, label)
        : new RaceTrack.Bar(
            engine,
            label,
            former.getLast(),
            false,
            1,
            former,
            Optional.of(model.summary(engine)),
            speedup);
  }

  /** A chain has more of them than were asked for: its ends have processes too. */
  private int processes(EngineKind engine, int asked, RunMonitor.Running running) {
    if (running != null && running.engine() == engine) {
      return running.workers();
    }
    return model.samples(engine).stream().findFirst().map(Sample::workers).orElse(asked);
  }

  private double median(EngineKind engine) {
    return model.summary(engine).median();
  }

  private void drawTimeline(RunMonitor.Running running, long now) {
    var lanes = model.monitor().lanes();
    var lastParallel =
        model.finished().stream()
            .map(RunEvent.RunFinished::sample)
            .filter(sample -> sample.engine() != EngineKind.SEQUENTIAL)
            .reduce((_, last) -> last);
    var seconds =
        running != null && running.engine() != EngineKind.SEQUENTIAL
            ? (now - running.startedAt()) / 1e9
            : lastParallel.map(Sample::seconds).orElse(0.0);
    if (seconds > 0) {
      screen.timeline().show(new TimelineStrip.Data(lanes, 0, seconds));
    }
  }

  private void drawStages() {
    var chain = model.monitor().chain().data();
    if (chain.isPresent()) {
      screen.stages().show(chain);
      stagesBegan.run();
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
            new SpeedupChart(
                SessionSeries.of(
                    model.sessionSamples(), machine.physicalCores(), machine.logicalCores())));
  }

  private void drawResults() {
    drawSeries();
    chartBegan.run();
    lastOfMain().ifPresent(done -> screen.breakdown().show(Optional.of(done.breakdown())));
  }

  /** The last run of the engine that the breakdown is about. */
  private Optional<RunEvent.RunFinished> lastOfMain() {
    var main = model.request().main();
    return model.finished().stream()
        .filter(done -> main.equals(Optional.of(done.sample().engine())))
        .reduce((_, last) -> last);
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
    var runs = (double) model.request().engines().size() * model.request().repeats();
    if (running == null && model.finished().isEmpty()) {
      var fraction = model.monitor().activity().fraction();
      return Double.isNaN(fraction) ? ProgressBar.INDETERMINATE_PROGRESS : fraction;
    }
    var part =
        running == null || running.items() == 0 ? 0 : (double) running.done() / running.items();
    return (model.finished().size() + part) / runs;
  }

  private OptionalDouble speedupSoFar(RunMonitor.Running running, long now) {
    var main = model.request().main();
    return main.isPresent() ? speedup(main.get(), running, now) : OptionalDouble.empty();
  }

  /** Medians where both have finished; else the first run's own progress. */
  private OptionalDouble speedup(EngineKind engine, RunMonitor.Running running, long now) {
    if (engine == EngineKind.SEQUENTIAL || model.samples(EngineKind.SEQUENTIAL).isEmpty()) {
      return OptionalDouble.empty();
    }
    var sequential = median(EngineKind.SEQUENTIAL);
    if (!model.samples(engine).isEmpty()) {
      return OptionalDouble.of(sequential / median(engine));
    }
    if (running == null
        || running.engine() != engine
        || running.done() * LEAST_CHUNKS_FOR_ESTIMATE < running.items()) {
      return OptionalDouble.empty();
    }
    var elapsed = (now - running.startedAt()) / 1e9;
    return OptionalDouble.of(sequential * running.done() / running.items() / elapsed);
  }

  void drawWorkers() {
    var looks = model.monitor().workers();
    screen
        .cards()
        .show(
            looks.stream()
                .map(look -> WorkerCardStates.of(look, model.monitor().chain()))
                .toList());
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
