package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.experiment.RunRequest.Start;
import speedup.measure.EngineKind;
import speedup.measure.PoolEvent;
import speedup.measure.RunEvent;
import speedup.measure.WorkerLane;
import speedup.measure.WorkerStats;

/** Threads of a real worker process, compared with processes. */
@Timeout(90)
class ThreadsLabTest {
  private static final List<EngineKind> ALL =
      List.of(EngineKind.PROCESSES, EngineKind.THREADS, EngineKind.THREADS_ONE_LOCK);
  private static final Map<String, String> SQUARES = Map.of("tasks", "12", "size", "3000000");

  private static ProcessLab lab;

  @BeforeAll
  static void open(@TempDir Path cache) {
    lab = Labs.open(cache);
  }

  @AfterAll
  static void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  private static RunRequest request(
      String workload, Map<String, String> settings, List<EngineKind> engines, Start start) {
    return Labs.request(workload, settings, engines, start, 1);
  }

  private static EngineReport of(EngineKind engine, RunReport report) {
    return report.engines().stream()
        .filter(each -> each.engine() == engine)
        .findFirst()
        .orElseThrow();
  }

  /** Chunks of the two that were computed at the same time. */
  private static int overlaps(WorkerLane a, WorkerLane b) {
    var overlaps = 0;
    for (var i = 0; i < a.chunks(); i++) {
      for (var j = 0; j < b.chunks(); j++) {
        if (a.started(i) < b.ended(j) && b.started(j) < a.ended(i)) {
          overlaps++;
        }
      }
    }
    return overlaps;
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void runsEveryEngineInTurnAndReportsEach(Start start) throws Exception {
    var runs = new ConcurrentLinkedQueue<EngineKind>();
    var report =
        Labs.run(
            lab,
            Labs.request(
                "serial-fraction", Map.of("serial", "30", "units", "20000"), ALL, start, 2),
            event -> {
              if (event instanceof RunEvent.RunFinished run) {
                runs.add(run.sample().engine());
              }
            });

    var inTurn = new java.util.ArrayList<>(List.of(EngineKind.SEQUENTIAL));
    inTurn.addAll(ALL);
    inTurn.addAll(List.copyOf(inTurn));
    assertEquals(inTurn, List.copyOf(runs));
    assertEquals(4, report.engines().size());
    for (var engine : report.engines()) {
      var trace = engine.median();
      assertEquals(2, engine.samples().size());
      assertEquals(engine.workers(), trace.lanes().size());
      assertEquals(report.items(), trace.items(), engine.engine().id());
      assertEquals(
          trace.seconds() * engine.workers(),
          trace.breakdown().total(),
          0.001 * trace.seconds() * engine.workers());
      assertEquals(engine.engine() != EngineKind.SEQUENTIAL, engine.analysis().isPresent());
      if (start == Start.COLD) {
        assertTrue(trace.breakdown().start() > 0, engine.engine().id());
      }
    }
    assertEquals(of(EngineKind.PROCESSES, report).analysis(), report.analysis());
    assertTrue(report.comparison().finding().isPresent());
  }

  @Test
  void theThreadsAreOfOneProcessAndSayWhatTheyUsed() throws Exception {
    var beats = new ConcurrentLinkedQueue<Integer>();
    var report =
        Labs.run(
            lab,
            request("sum-of-squares", SQUARES, List.of(EngineKind.THREADS), Start.WARM),
            event -> {
              if (event instanceof RunEvent.OfWorker(PoolEvent.Heartbeat beat)) {
                beats.add(beat.worker());
              }
            });

    var pids = new HashSet<Long>();
    for (var worker : report.workers()) {
      pids.add(worker.pid());
      assertTrue(worker.busySeconds() > 0, worker.toString());
      if (System.getProperty("os.name").equals("Linux")) {
        assertTrue(worker.cpuSeconds() > 0, worker.toString());
        assertTrue(worker.cpuSeconds() < 2 * worker.busySeconds() + 0.1, worker.toString());
      }
    }
    assertEquals(1, pids.size());
    assertTrue(pids.iterator().next() > 0);
    assertEquals(12, report.workers().stream().mapToLong(WorkerStats::tasks).sum());
    assertTrue(beats.containsAll(List.of(0, 1)), beats.toString());
    assertEquals(EngineKind.THREADS, report.request().main().orElseThrow());
  }

  @Test
  void behindTheOneLockNoTwoThreadsComputeAtTheSameTime() throws Exception {
    var engines = List.of(EngineKind.THREADS, EngineKind.THREADS_ONE_LOCK);
    var report = Labs.run(lab, request("sum-of-squares", SQUARES, engines, Start.WARM));

    var locked = of(EngineKind.THREADS_ONE_LOCK, report).median().lanes();
    assertEquals(0, overlaps(locked.get(0), locked.get(1)));
    assertTrue(locked.stream().allMatch(lane -> lane.chunks() > 0), "the threads take turns");
    var free = of(EngineKind.THREADS, report).median().lanes();
    assertTrue(overlaps(free.get(0), free.get(1)) > 0);
  }

  @Test
  void behindTheOneLockThreadsStillWaitAtTheSameTime() throws Exception {
    var report =
        Labs.run(
            lab,
            request(
                "sleep",
                Map.of("tasks", "8", "millis", "60"),
                List.of(EngineKind.THREADS_ONE_LOCK),
                Start.WARM));

    var lanes = report.engines().get(1).median().lanes();
    assertTrue(overlaps(lanes.get(0), lanes.get(1)) >= 4, "they slept one after the other");
    assertTrue(report.analysis().orElseThrow().speedup() > 1.4, report.samples().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"primes-file", "primes-range", "parallel-sum", "mandelbrot"})
  void givesTheSameResultOnThreads(String workload) throws Exception {
    var settings =
        Map.of(
            "primes-file", Map.of("count", "20000", "max", "1000000"),
            "primes-range", Map.of("from", "0", "to", "50000"),
            "parallel-sum", Map.of("n", "5000000"),
            "mandelbrot", Map.of("size", "100", "iterations", "100", "tile", "17"));

    var report = Labs.run(lab, request(workload, settings.get(workload), ALL, Start.WARM));

    assertEquals(4, report.samples().size());
  }

  @Test
  void aProcessThatIsKilledTakesAllItsThreadsAlongAndTheRunBeginsAgain() throws Exception {
    var chunks = new CountDownLatch(4);
    var deaths = new ConcurrentLinkedQueue<Integer>();
    var threads = new CountDownLatch(1);
    var handle =
        lab.start(
            request(
                "sleep",
                Map.of("tasks", "30", "millis", "20"),
                List.of(EngineKind.THREADS),
                Start.WARM),
            event -> {
              switch (event) {
                case RunEvent.RunStarted run when run.engine() == EngineKind.THREADS ->
                    threads.countDown();
                case RunEvent.OfWorker(PoolEvent.ChunkFinished _) when threads.getCount() == 0 ->
                    chunks.countDown();
                case RunEvent.OfWorker(PoolEvent.Died died) -> deaths.add(died.worker());
                default -> {}
              }
            });
    assertTrue(chunks.await(60, TimeUnit.SECONDS));
    lab.killWorker(1);
    var report = handle.report().get(60, TimeUnit.SECONDS);

    assertEquals(List.of(0, 1), deaths.stream().sorted().toList());
    assertEquals(30, report.workers().stream().mapToLong(WorkerStats::items).sum());
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"THREADS", "THREADS_ONE_LOCK"})
  void stopsAtOnceAndTheNextRunIsSound(EngineKind engine) throws Exception {
    for (var workload : List.of("sleep", "sum-of-squares")) {
      var settings =
          workload.equals("sleep")
              ? Map.of("tasks", "12", "millis", "80")
              : Map.of("tasks", "4", "size", "200000000");
      var began = new CountDownLatch(1);
      var handle =
          lab.start(
              request(workload, settings, List.of(engine), Start.WARM),
              event -> {
                if (event instanceof RunEvent.RunStarted run && run.engine() == engine) {
                  began.countDown();
                }
              });
      assertTrue(began.await(60, TimeUnit.SECONDS));
      handle.stop();
      Assertions.assertThrows(
          CancellationException.class, () -> handle.report().get(2, TimeUnit.SECONDS));
      var next = Labs.run(lab, request("tiny-tasks", Map.of("items", "2000"), ALL, Start.WARM));
      assertEquals(2_000, next.items());
    }
  }
}
