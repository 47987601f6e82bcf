package speedup.workload;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Sees to it that no item of a person's own task takes longer than it may. The thread that runs the
 * items only notes which one it is at; a thread of the watch looks at that now and then. An item
 * that takes too long is interrupted, and if it goes on all the same, the process ends: Java cannot
 * end a thread that does not want to.
 */
public final class TaskWatch implements AutoCloseable {
  /** The code with which a process ends that was caught in an item. */
  public static final int EXIT_CODE = 97;

  /** What the last words of such a process begin with. */
  public static final String LAST_WORDS = "stopped: ";

  private static final long LOOK_NANOS = 20_000_000;
  private static final long GRACE_NANOS = 500_000_000;

  private static final Set<TaskWatch> OPEN = ConcurrentHashMap.newKeySet();

  /** Starts the thread with the first watch. */
  private static final class Looking {
    static final Thread THREAD =
        Thread.ofPlatform().name("watch of own tasks").daemon().start(Looking::look);

    private static void look() {
      while (true) {
        LockSupport.parkNanos(LOOK_NANOS);
        var now = System.nanoTime();
        OPEN.forEach(watch -> watch.look(now));
      }
    }
  }

  private final Thread runner = Thread.currentThread();
  private final long limitMillis;
  private final LongFunction<String> words;
  private final AtomicLong item;
  private volatile boolean stopped;
  private boolean closed; // guarded by this

  // of the watching thread
  private long seen = -1;
  private long since;

  private TaskWatch(long limitMillis, long item, LongFunction<String> words) {
    this.limitMillis = limitMillis;
    this.words = words;
    this.item = new AtomicLong(item);
  }

  /**
   * Watches what this thread does from now on, until the watch is closed.
   *
   * @param words what an item is called in a sentence
   */
  public static TaskWatch start(long limitMillis, long firstItem, LongFunction<String> words) {
    var watch = new TaskWatch(limitMillis, firstItem, words);
    OPEN.add(watch);
    if (!Looking.THREAD.isAlive()) {
      throw new IllegalStateException("nobody watches how long the task takes");
    }
    return watch;
  }

  /** The thread turns to an item. */
  void turnTo(long number) {
    item.setOpaque(number);
  }

  /** Whether the item was told to end. */
  public boolean stopped() {
    return stopped;
  }

  /** What is said of it. */
  public String sentence(String what) {
    return "%s took longer than %s and was stopped; allow more seconds, or give it less to do"
        .formatted(what, seconds());
  }

  private String seconds() {
    return limitMillis % 1_000 == 0 ? limitMillis / 1_000 + " s" : limitMillis + " ms";
  }

  private void look(long now) {
    var at = item.getOpaque();
    if (at != seen) {
      seen = at;
      since = now;
      return;
    }
    var late = now - since - TimeUnit.MILLISECONDS.toNanos(limitMillis);
    if (late < 0) {
      return;
    }
    if (!stopped) {
      stop();
    } else if (late > GRACE_NANOS) {
      end();
    }
  }

  private synchronized void stop() {
    if (!closed) {
      stopped = true;
      runner.interrupt();
    }
  }

  private void end() {
    synchronized (this) {
      if (closed) {
        return;
      }
    }
    System.err.println(LAST_WORDS + sentence(words.apply(item.getOpaque())));
    Runtime.getRuntime().halt(EXIT_CODE);
  }

  /** An interrupt of the watch does not reach past this. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    OPEN.remove(this);
    if (stopped) {
      Thread.interrupted();
    }
  }
}
