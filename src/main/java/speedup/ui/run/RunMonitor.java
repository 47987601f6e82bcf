package speedup.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import speedup.measure.EngineKind;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.WorkerStats;
import speedup.ui.chart.TimelineStrip;
import speedup.workload.PictureTile;

/**
 * Takes every event of an experiment on whatever thread it comes, and holds what there is to be
 * drawn; the window looks once a frame. Thread-safe, knows nothing of JavaFX, loses nothing.
 */
final class RunMonitor implements Consumer<RunEvent> {
  /**
   * A run under way.
   *
   * @param startedAt on the clock of {@link System#nanoTime()}
   * @param done items finished
   */
  record Running(
      EngineKind engine,
      int workers,
      int repeat,
      int repeats,
      long startedAt,
      long items,
      long done) {}

  /** Tiles that arrived, and who computed them. */
  record PaintedTiles(int worker, PictureTile.Tiles tiles) {}

  /** What the experiment is busy with; the fraction is NaN where it is not known. */
  record Activity(Phase phase, double fraction, String detail) {}

  private final LongAdder events = new LongAdder();
  private final LongAdder parallelDone = new LongAdder();
  private final LongAdder parallelChunks = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final ConcurrentSkipListMap<Integer, WorkerWatch> workers;
  private final ConcurrentSkipListMap<Integer, WorkerWatch> threads = new ConcurrentSkipListMap<>();
  private final ConcurrentSkipListMap<Integer, WorkerWatch> pythons = new ConcurrentSkipListMap<>();
  private final ConcurrentLinkedQueue<RunEvent.RunFinished> finished =
      new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<PaintedTiles> tiles = new ConcurrentLinkedQueue<>();
  private final LaneTracks tracks = new LaneTracks();
  private final ChainWatch chain = new ChainWatch();
  private volatile Runnable onTurn;

  private volatile Activity activity = new Activity(Phase.START, Double.NaN, "");
  private volatile RunEvent.RunStarted run;
  private volatile RunEvent.InputReady input;
  private volatile long sequentialDone;
  private volatile boolean chainRun;
  private volatile int pictures;
  private volatile boolean threadRun;
  private volatile boolean pythonRun;
  private volatile boolean over;

  /**
   * Watches the first experiment.
   *
   * @param onTurn called, on any thread, when a process came or went
   */
  RunMonitor(Runnable onTurn) {
    this(onTurn, new ConcurrentSkipListMap<>());
  }

  private RunMonitor(Runnable onTurn, ConcurrentSkipListMap<Integer, WorkerWatch> workers) {
    this.onTurn = onTurn;
    this.workers = workers;
  }

  /** Tells somebody else from now on when a process came or went. */
  void tell(Runnable next) {
    onTurn = next;
  }

  /** Watches the next experiment; warm workers do not say again who they are, so they are kept. */
  RunMonitor next() {
    workers.values().forEach(WorkerWatch::beginAnew);
    return new RunMonitor(onTurn, workers);
  }

  @Override
  public void accept(RunEvent event) {
    events.increment();
    switch (event) {
      case RunEvent.OfWorker(var ofWorker) -> accept(ofWorker);
      case RunEvent.SequentialProgress progress -> sequentialDone = progress.done();
      case RunEvent.ChainProgress progress -> {
        sequentialDone = progress.done();
        chainRun = true;
        chain.accept(progress);
      }
      case RunEvent.PartialResult(_, int worker, PictureTile.Tiles some) ->
          tiles.add(new PaintedTiles(worker, some));
      case RunEvent.PartialResult _ -> {}
      case RunEvent.PhaseStarted started ->
          activity = new Activity(started.phase(), Double.NaN, "");
      case RunEvent.PhaseProgress progress ->
          activity = new Activity(activity.phase(), progress.fraction(), progress.detail());
      case RunEvent.InputReady ready -> input = ready;
      case RunEvent.RunStarted started -> begin(started);
      case RunEvent.RunFinished done -> finish(done);
    }
  }

  private void begin(RunEvent.RunStarted started) {
    sequentialDone = 0;
    chainRun = false;
    chain.begin(started.at());
    parallelDone.reset();
    parallelChunks.reset();
    threadRun = started.engine().threads();
    pythonRun = started.engine() == EngineKind.PYTHON;
    threads.clear();
    pythons.clear();
    if (started.engine() != EngineKind.SEQUENTIAL) {
      tracks.begin(started.workers(), started.at(), threadRun);
    }
    if (started.engine() == EngineKind.PROCESSES) {
      tiles.clear();
      pictures++;
    }
    run = started;
  }

  private void finish(RunEvent.RunFinished done) {
    run = null;
    chain.finish();
    if (done.sample().engine() != EngineKind.SEQUENTIAL) {
      var chunks = done.workers().stream().mapToLong(WorkerStats::tasks).sum();
      lost.add(chunks - parallelChunks.sum());
    }
    finished.add(done);
  }

  private void accept(PoolEvent event) {
    var present = run;
    var place = place(present, event.worker());
    if (present != null && threadRun) {
      threads.computeIfAbsent(event.worker(), WorkerWatch::ofThread).accept(event, place);
    }
    if (present != null && pythonRun) {
      pythons.computeIfAbsent(event.worker(), WorkerWatch::new).accept(event, place);
    } else if (present == null || !threadRun || isOfTheirProcess(event)) {
      workers.computeIfAbsent(event.worker(), WorkerWatch::new).accept(event, place);
    }
    if (present != null && present.engine() != EngineKind.SEQUENTIAL) {
      if (event instanceof PoolEvent.ChunkFinished chunk) {
        parallelDone.add(chunk.items());
        parallelChunks.increment();
      }
      tracks.accept(event);
    }
    switch (event) {
      case PoolEvent.Starting _,
          PoolEvent.Ready _,
          PoolEvent.Left _,
          PoolEvent.Died _,
          PoolEvent.GaveUp _ ->
          onTurn.run();
      case PoolEvent.ChunkStarted _,
          PoolEvent.ChunkFinished _,
          PoolEvent.ChunkFailed _,
          PoolEvent.Progress _,
          PoolEvent.Told _,
          PoolEvent.Blocked _,
          PoolEvent.Heartbeat _,
          PoolEvent.Output _ -> {}
    }
  }

  /** In another run the same worker may be another stage. */
  private WorkerWatch.Place place(RunEvent.RunStarted present, int worker) {
    return present == null
        ? WorkerWatch.Place.NONE
        : new WorkerWatch.Place(
            chainRun ? chain.name(worker).orElse("") : "", present.repeat(), present.repeats());
  }

  /** What becomes of the process of threads; it is the first of the pool, as they tell of it. */
  private static boolean isOfTheirProcess(PoolEvent event) {
    return event.worker() == 0
        && (event instanceof PoolEvent.Starting
            || event instanceof PoolEvent.Ready
            || event instanceof PoolEvent.Died
            || event instanceof PoolEvent.Left
            || event instanceof PoolEvent.GaveUp);
  }

  /** The experiment is over, finished or not; no worker has anything to do. */
  void end() {
    over = true;
    chain.finish();
    workers.values().forEach(WorkerWatch::rest);
  }

  /** Events taken so far. */
  long events() {
    return events.sum();
  }

  /** Chunks that workers did in finished runs without an event of theirs having come here. */
  long lost() {
    return lost.sum();
  }

  Activity activity() {
    return activity;
  }

  /** The input of the runs, null before it is there. */
  RunEvent.InputReady input() {
    return input;
  }

  /** The run under way, null between two. */
  Running running() {
    var present = run;
    if (present == null) {
      return null;
    }
    // each stage of a chain works on every item
    var done =
        present.engine() == EngineKind.SEQUENTIAL || chainRun ? sequentialDone : parallelDone.sum();
    return new Running(
        present.engine(),
        present.workers(),
        present.repeat(),
        present.repeats(),
        present.at(),
        present.items(),
        done);
  }

  /** The timed runs that finished since the last call. */
  List<RunEvent.RunFinished> takeFinished() {
    return drain(finished);
  }

  /** The tiles that arrived since the last call. */
  List<PaintedTiles> takeTiles() {
    return drain(tiles);
  }

  /** Counts the pictures begun: another number means that the present one starts afresh. */
  int pictures() {
    return pictures;
  }

  /** The present or last chain of processes. */
  ChainWatch chain() {
    return chain;
  }

  /** The timeline of the present or last parallel run; stages carry their names. */
  List<TimelineStrip.Lane> lanes() {
    var looks = tracks.look();
    return IntStream.range(0, looks.size())
        .mapToObj(worker -> {
          var look = looks.get(worker);
          return chain
              .name(worker)
              .map(name -> new TimelineStrip.Lane(name, look.view(), look.markers()))
              .orElse(look);
        })
        .toList();
  }

  /**
   * A look at the threads or workers in Python that work; else at every worker process that was
   * ever there.
   */
  List<WorkerWatch.Look> workers() {
    var shown = over ? workers : threadRun ? threads : pythonRun ? pythons : workers;
    var now = System.nanoTime();
    var underWay = run != null && !over;
    return shown.values().stream().map(watch -> watch.look(now, underWay)).toList();
  }

  private static <T> List<T> drain(ConcurrentLinkedQueue<T> queue) {
    if (queue.isEmpty()) {
      return List.of();
    }
    var taken = new ArrayList<T>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      taken.add(next);
    }
    return taken;
  }
}
