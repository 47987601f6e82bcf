package speedup.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.wire.Message;
import speedup.wire.Message.EndJob;
import speedup.wire.Message.Failed;
import speedup.wire.Message.Fault;
import speedup.wire.Message.Finished;
import speedup.wire.Message.Goodbye;
import speedup.wire.Message.Heartbeat;
import speedup.wire.Message.JobEnded;
import speedup.wire.Message.Leave;
import speedup.wire.Message.Line;
import speedup.wire.Message.Ping;
import speedup.wire.Message.Pong;
import speedup.wire.Message.Probe;
import speedup.wire.Message.Started;

/** One worker process, spoken to by single messages. */
@Timeout(60)
class WorkerProcessTest {
  private RawWorker worker;

  @BeforeEach
  void start() throws Exception {
    worker = new RawWorker();
  }

  @AfterEach
  void end() throws Exception {
    worker.close();
  }

  private void endOfInputEndsIt() throws Exception {
    worker.process.getOutputStream().close();
    worker.awaitEnd();
  }

  @Test
  void endsWithItsInputWhileItStarts() throws Exception {
    endOfInputEndsIt();
  }

  @Test
  void endsWithItsInputWhileItIsIdle() throws Exception {
    worker.greet();
    endOfInputEndsIt();
    assertEquals(0, worker.process.exitValue());
  }

  @Test
  void endsWithItsInputInAnEndlessTask() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::spin);
    worker.chunk(1, 0, 5);
    worker.next(Started.class, _ -> true);
    endOfInputEndsIt();
  }

  @Test
  void endsWithItsInputInATaskThatIgnoresInterrupts() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::ignoreInterrupts);
    worker.chunk(1, 0, 5);
    worker.next(Started.class, _ -> true);
    worker.send(new EndJob(1));
    worker.send(new Ping(1));
    worker.next(Pong.class, _ -> true);
    endOfInputEndsIt();
  }

  @Test
  void endsWhenItIsSpokenToInAnotherLanguage() throws Exception {
    worker.process.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
    worker.process.getOutputStream().flush();
    worker.awaitEnd();
    var said = new String(worker.process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("the stream begins with 47455420"), said);
    assertFalse(said.contains("\tat "), said);
  }

  @Test
  void doesWhatItHoldsAndSaysGoodbyeWhenItIsToLeave() throws Exception {
    worker.greet();
    worker.begin(1, x -> x + 1);
    worker.chunk(1, 0, 5);
    worker.chunk(1, 1, 6);
    worker.send(new Leave());
    assertEquals(6, RawWorker.value(worker.next(Finished.class, f -> f.chunk() == 0)));
    assertEquals(7, RawWorker.value(worker.next(Finished.class, f -> f.chunk() == 1)));
    worker.next(Goodbye.class, _ -> true);
    assertNull(worker.in.next());
    worker.awaitEnd();
    assertEquals(0, worker.process.exitValue());
  }

  @Test
  void interruptsATaskWhoseJobEndsAndDropsWhatWaits() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::sleepLong);
    worker.chunk(1, 0, 1);
    worker.chunk(1, 1, 1);
    worker.begin(2, x -> x * x);
    worker.chunk(2, 0, 7);
    worker.next(Started.class, _ -> true);
    worker.send(new EndJob(1));
    var failed = worker.next(Failed.class, _ -> true);
    assertEquals("java.lang.InterruptedException", failed.type());
    assertEquals(1, worker.next(JobEnded.class, _ -> true).job());
    var finished = worker.next(Finished.class, _ -> true);
    assertEquals(2, finished.job());
    assertEquals(49, RawWorker.value(finished));
  }

  @Test
  void anInterruptOfOneTaskDoesNotReachTheNext() throws Exception {
    worker.greet();
    for (var job = 0; job < 200; job++) {
      worker.begin(2 * job, WorkerProcessTest::spinBriefly);
      worker.chunk(2 * job, 0, 1);
      worker.send(new EndJob(2 * job));
      worker.begin(2 * job + 1, x -> Thread.interrupted() ? -1 : x);
      worker.chunk(2 * job + 1, 9, 1);
      assertEquals(1, RawWorker.value(worker.next(Finished.class, f -> f.chunk() == 9)));
    }
  }

  @Test
  void prints10000LinesBetweenWholeFrames() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::printMuch);
    worker.chunk(1, 0, 10_000);
    var all = worker.untilFinished(0);
    var lines = all.stream().filter(Line.class::isInstance).map(m -> ((Line) m).text()).toList();
    assertEquals(10_000, lines.size());
    assertEquals("9999 " + "größer ".repeat(15), lines.getLast());
    assertTrue(lines.stream().mapToLong(String::length).sum() > 1_000_000);
    assertEquals(10_000, RawWorker.value((Finished) all.getLast()));
  }

  @Test
  void cutsALineThatNeverEnds() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::printWithoutEnd);
    worker.chunk(1, 0, 100_000);
    var lines =
        worker.untilFinished(0).stream()
            .filter(Line.class::isInstance)
            .map(m -> ((Line) m).text())
            .toList();
    assertEquals(12, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.length() == 8 * 1024));
  }

  @Test
  void tasksFindTheirInputEmptyAndTheirErrorsOnTheirOwnStream() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::readAndComplain);
    worker.chunk(1, 0, 1);
    assertEquals(-1, RawWorker.value(worker.next(Finished.class, _ -> true)));
    endOfInputEndsIt();
    var said = new String(worker.process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("a complaint", said.strip());
  }

  @Test
  void refusesWhatIsNotAdmitted() throws Exception {
    worker.greet();
    worker.send(
        new Message.BeginJob(
            1,
            speedup.wire.ValueWriter.toBytes(
                (speedup.pool.task.TaskFunction<Integer, Integer>) x -> x),
            java.util.List.of()));
    worker.chunk(1, 0, 1);
    var failed = worker.next(Failed.class, _ -> true);
    assertEquals(Fault.UNREADABLE, failed.fault());
    assertTrue(failed.text().contains("not admitted"), failed.text());
  }

  @Test
  void heartbeatsTellWhatTheProcessUses() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::spinBriefly);
    worker.chunk(1, 0, 100_000_000);
    worker.next(Finished.class, _ -> true);
    worker.send(new Probe(42));
    var heartbeat =
        assertInstanceOf(Heartbeat.class, worker.next(Heartbeat.class, h -> h.probe() == 42));
    assertTrue(heartbeat.heapUsed() > 0, heartbeat.toString());
    assertTrue(heartbeat.heapMax() >= heartbeat.heapUsed(), heartbeat.toString());
    if (OS.LINUX.isCurrentOs()) {
      assertTrue(heartbeat.cpuNanos() > 0, heartbeat.toString());
      assertTrue(heartbeat.residentBytes() > 1_000_000, heartbeat.toString());
    }
  }

  @Test
  void beatsWithoutBeingAsked() throws Exception {
    worker.greet();
    worker.begin(1, WorkerProcessTest::sleepLong);
    worker.chunk(1, 0, 1);
    for (var i = 0; i < 4; i++) {
      assertEquals(0, worker.next(Heartbeat.class, _ -> true).probe());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void setsTheNameOfItsProcess() throws Exception {
    worker.greet();
    worker.send(new Ping(1));
    worker.next(Pong.class, _ -> true);
    var name = Files.readString(Path.of("/proc", Long.toString(worker.process.pid()), "comm"));
    assertEquals("speedup-raw", name.strip());
  }

  static int spin(int x) {
    while (x >= 0) {
      Thread.onSpinWait();
    }
    return x;
  }

  static int spinBriefly(int nanos) {
    var end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return nanos;
  }

  static int ignoreInterrupts(int x) {
    while (x >= 0) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        x++;
      }
    }
    return x;
  }

  static int sleepLong(int x) throws InterruptedException {
    Thread.sleep(60_000);
    return x;
  }

  static int printMuch(int lines) {
    for (var i = 0; i < lines; i++) {
      System.out.println(i + " " + "größer ".repeat(15));
    }
    return lines;
  }

  static int printWithoutEnd(int length) {
    System.out.print("x".repeat(length));
    return length;
  }

  static int readAndComplain(int x) throws java.io.IOException {
    System.err.println("a complaint");
    return System.in.read();
  }
}
