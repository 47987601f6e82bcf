package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskAction;

/** A child process of a test, and the lines that it prints. */
final class Watched {
  final BlockingQueue<PoolEvent.Output> lines = new LinkedBlockingQueue<>();
  final ChildProcess child;

  Watched(TaskAction task) {
    child = ChildProcess.builder(task).output(lines::add).build();
  }

  /** Waits until its task runs. */
  static Watched running(TaskAction task) throws InterruptedException {
    var watched = new Watched(task);
    watched.child.start();
    watched.awaitLine(ChildTasks.RUNNING);
    return watched;
  }

  static Watched ended(TaskAction task) throws InterruptedException {
    var watched = new Watched(task);
    watched.child.start();
    watched.awaitEnd();
    return watched;
  }

  String awaitLine(String beginning) throws InterruptedException {
    while (true) {
      var line = lines.poll(30, TimeUnit.SECONDS);
      var text = Objects.requireNonNull(line, "waited in vain for " + beginning).line();
      if (text.startsWith(beginning)) {
        return text;
      }
    }
  }

  void awaitEnd() throws InterruptedException {
    assertTrue(child.join(WatchedPool.LIMIT), child.toString());
    assertFalse(ProcessHandle.of(child.pid()).map(ProcessHandle::isAlive).orElse(false));
  }

  List<String> printed(boolean error) {
    return lines.stream()
        .filter(line -> line.error() == error)
        .map(PoolEvent.Output::line)
        .toList();
  }
}
