package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.function.Executable;
import speedup.pool.AsyncResult;
import speedup.pool.ProcessPool;

/** A process of its own that runs one task at a time and can be killed. */
final class Child implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(20);

  private static final String KILLS = "speedup.kills";

  private static final int LONGEST_LIFE = 4_000_000;

  private final ProcessPool pool;

  /** Starts it. */
  Child(String... flags) {
    pool =
        ProcessPool.builder()
            .workers(1)
            .jvmFlags(flags)
            .crashLimit(1_000, Duration.ofSeconds(1))
            .open();
  }

  /** How often something is killed in a test. */
  static int kills() {
    return Integer.getInteger(KILLS, 8);
  }

  /** Does something with more kills than usual. */
  static void withKills(int count, Executable test) throws Throwable {
    System.setProperty(KILLS, Integer.toString(count));
    try {
      test.execute();
    } finally {
      System.clearProperty(KILLS);
    }
  }

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
    ProcessHandle.of(pool.pids()[0]).orElseThrow().destroyForcibly();
    assertTrue(result.await(LIMIT), "the pool did not see the death");
  }

  /** Ends in order. */
  @Override
  public void close() {
    pool.close();
  }
}
