package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import speedup.ipc.ProcessEvent;
import speedup.pool.AsyncResult;
import speedup.pool.ProcessPool;

/** A process of its own that runs one task at a time and can be killed. */
final class OtherProcess implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final int LONGEST_LIFE = 4_000_000;

  private final ProcessPool pool =
      ProcessPool.builder().workers(1).crashLimit(1_000, Duration.ofSeconds(1)).open();

  /** What runs in the other process. */
  @FunctionalInterface
  interface Body extends Serializable {
    /** Runs there. */
    Object run() throws Exception;
  }

  AsyncResult<Object> start(Body body) {
    return pool.applyAsync(Body::run, body);
  }

  Object run(Body body) throws Exception {
    return start(body).get(LIMIT);
  }

  long pid() {
    return pool.pids()[0];
  }

  /**
   * Starts something, waits until it says that it runs, and kills it as kill -9 does at some moment
   * within the next milliseconds. Another process takes its place for what is started next.
   *
   * @param running set by the body
   */
  void killDuring(ProcessEvent running, Body body) throws Exception {
    running.clear();
    var result = start(body);
    assertTrue(running.await(LIMIT), "it did not start");
    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(LONGEST_LIFE));
    ProcessHandle.of(pid()).orElseThrow().destroyForcibly();
    assertTrue(result.await(LIMIT), "the pool did not see the death");
  }

  /** Ends in order. */
  @Override
  public void close() {
    pool.close();
  }
}
