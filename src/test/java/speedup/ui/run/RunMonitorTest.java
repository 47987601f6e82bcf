package speedup.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import speedup.measure.EngineKind;
import speedup.measure.Exit;
import speedup.measure.Phase;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.Sample;
import speedup.measure.TimedRuns;
import speedup.workload.PictureTile;

class RunMonitorTest {
  private static final int THREADS = 4;
  private static final int CHUNKS = 50_000;
  private static final int NANOS = 1_000;

  private final AtomicInteger turns = new AtomicInteger();
  private final RunMonitor monitor = new RunMonitor(turns::incrementAndGet);

  @Test
  void losesNoEventOfFourThreads() throws InterruptedException {
    monitor.accept(parallelRun(THREADS, 0));
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < THREADS; i++) {
      int worker = i;
      threads.add(Thread.ofPlatform().start(() -> runChunks(worker)));
    }
    for (var thread : threads) {
      thread.join();
    }
    assertEquals(1 + THREADS * CHUNKS, monitor.events());
    assertEquals(3L * THREADS * CHUNKS, monitor.running().done());
    for (var lane : monitor.lanes()) {
      assertEquals(CHUNKS, lane.view().count());
      assertEquals(CHUNKS * NANOS / 2e9, lane.view().computeSeconds(), 1e-9);
      assertEquals(CHUNKS * NANOS / 2e9, lane.view().serialiseSeconds(), 1e-9);
    }
  }

  private void runChunks(int worker) {
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      monitor.accept(new RunEvent.OfWorker(chunk(worker, chunk, 3)));
    }
  }

  @Test
  void tellsWhatItIsBusyWith() {
    monitor.accept(new RunEvent.PhaseStarted(0, Phase.PREPARE));
    assertEquals(Phase.PREPARE, monitor.activity().phase());
    assertTrue(Double.isNaN(monitor.activity().fraction()));
    monitor.accept(new RunEvent.PhaseProgress(1, 0.25, "reading numbers.txt"));
    assertEquals(
        new RunMonitor.Activity(Phase.PREPARE, 0.25, "reading numbers.txt"), monitor.activity());
  }

  @Test
  void followsTheSequentialRunByItsOwnProgress() {
    monitor.accept(new RunEvent.RunStarted(5, EngineKind.SEQUENTIAL, 1, 2, 3, 100));
    monitor.accept(new RunEvent.SequentialProgress(6, 40));
    monitor.accept(new RunEvent.OfWorker(chunk(0, 0, 7)));
    assertEquals(
        new RunMonitor.Running(EngineKind.SEQUENTIAL, 1, 2, 3, 5, 100, 40), monitor.running());
    assertTrue(monitor.lanes().isEmpty());
  }

  @Test
  void showsThreadsWhileTheyRunAndProcessesAgainAfterThem() {
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    monitor.accept(new RunEvent.RunStarted(5, EngineKind.THREADS, 2, 1, 1, 100));
    for (var thread = 0; thread < 2; thread++) {
      monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(thread, 6, 4711, 0)));
      monitor.accept(new RunEvent.OfWorker(chunk(thread, thread, 10)));
    }
    assertEquals(20, monitor.running().done());
    assertEquals(2, monitor.lanes().size());
    assertEquals("thread 2", monitor.lanes().get(1).label());
    assertEquals(List.of(), monitor.lanes().get(0).markers());
    assertEquals(2, monitor.workers().size());
    assertTrue(monitor.workers().stream().allMatch(WorkerWatch.Look::thread));
    assertEquals(4711, monitor.workers().get(1).pid());

    monitor.end();

    assertEquals(1, monitor.workers().size());
    assertEquals(4711, monitor.workers().getFirst().pid());
  }

  @Test
  void showsWorkersInPythonWhileTheyRunAndItsOwnProcessesAfterThem() {
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    monitor.accept(new RunEvent.RunStarted(5, EngineKind.PYTHON, 2, 1, 1, 100));
    for (var worker = 0; worker < 2; worker++) {
      monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(worker, 6, 900 + worker, 0)));
      monitor.accept(new RunEvent.OfWorker(chunk(worker, worker, 10)));
    }
    assertEquals(20, monitor.running().done());
    assertEquals(
        List.of(900L, 901L), monitor.workers().stream().map(WorkerWatch.Look::pid).toList());
    assertTrue(monitor.workers().stream().noneMatch(WorkerWatch.Look::thread));

    monitor.end();

    assertEquals(List.of(4711L), monitor.workers().stream().map(WorkerWatch.Look::pid).toList());
  }

  @Test
  void beginsEachRunAtNothingDone() {
    monitor.accept(parallelRun(2, 0));
    monitor.accept(new RunEvent.OfWorker(chunk(1, 0, 7)));
    assertEquals(7, monitor.running().done());
    monitor.accept(parallelRun(2, 10));
    assertEquals(0, monitor.running().done());
    assertEquals(0, monitor.lanes().get(1).view().count());
  }

  @Test
  void handsOutAFinishedRunOnce() {
    var done =
        new RunEvent.RunFinished(
            9, TimedRuns.of(new Sample(EngineKind.PROCESSES, 2, 1, 1.5)), List.of());
    monitor.accept(parallelRun(2, 0));
    monitor.accept(done);
    assertNull(monitor.running());
    assertEquals(List.of(done), monitor.takeFinished());
    assertEquals(List.of(), monitor.takeFinished());
  }

  @Test
  void startsThePictureAfreshWithEachParallelRun() {
    monitor.accept(parallelRun(2, 0));
    int first = monitor.pictures();
    monitor.accept(new RunEvent.PartialResult(1, 1, new NoTiles()));
    monitor.accept(new RunEvent.PartialResult(2, 0, "not a picture"));
    assertEquals(1, monitor.takeTiles().getFirst().worker());
    monitor.accept(new RunEvent.PartialResult(3, 1, new NoTiles()));
    monitor.accept(parallelRun(2, 10));
    assertNotEquals(first, monitor.pictures());
    assertEquals(List.of(), monitor.takeTiles());
  }

  @Test
  void saysOnlyWhenAProcessComesOrGoes() {
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Starting(0, 0)));
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    monitor.accept(new RunEvent.OfWorker(chunk(0, 0, 1)));
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Heartbeat(0, 2, 1, 1, 1, 1)));
    assertEquals(2, turns.get());
    monitor.accept(new RunEvent.OfWorker(died(0)));
    assertEquals(3, turns.get());
  }

  @Test
  void knowsWarmWorkersInTheNextExperiment() {
    monitor.accept(new RunEvent.OfWorker(new PoolEvent.Ready(0, 1, 4711, 0)));
    var next = monitor.next();
    assertEquals(0, next.events());
    assertEquals(4711, next.workers().getFirst().pid());
    assertEquals(WorkerWatch.State.READY, next.workers().getFirst().state());
  }

  @Test
  void marksADeathOnItsLane() {
    monitor.accept(parallelRun(2, 100));
    monitor.accept(new RunEvent.OfWorker(died(1)));
    assertEquals(List.of(), monitor.lanes().get(0).markers());
    assertEquals(400e-9, monitor.lanes().get(1).markers().getFirst().seconds(), 1e-12);
  }

  private static RunEvent parallelRun(int workers, long at) {
    return new RunEvent.RunStarted(at, EngineKind.PROCESSES, workers, 1, 3, 1_000);
  }

  private static PoolEvent.ChunkFinished chunk(int worker, int chunk, int items) {
    long start = (long) chunk * NANOS;
    return new PoolEvent.ChunkFinished(
        worker, start + NANOS, 1, chunk, items, start, NANOS / 4, NANOS / 2, NANOS / 4, 8, 8);
  }

  private static PoolEvent.Died died(int worker) {
    return new PoolEvent.Died(
        worker,
        500,
        4711,
        new Exit(137, Optional.of("SIGKILL")),
        "it was killed",
        OptionalInt.of(3),
        true,
        List.of());
  }

  /** A part of a picture without any tile. */
  private record NoTiles() implements PictureTile.Tiles {
    @Override
    public int pictureWidth() {
      return 1;
    }

    @Override
    public int pictureHeight() {
      return 1;
    }

    @Override
    public List<PictureTile> tiles() {
      return List.of();
    }
  }
}
