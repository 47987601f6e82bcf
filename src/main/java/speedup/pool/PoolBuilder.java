package speedup.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import speedup.measure.Cpus;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskAction;

/**
 * Settings of a new {@link ProcessPool}. Every setting is checked at once; {@link #open} starts the
 * processes. Used by one thread.
 */
public final class PoolBuilder {
  private static final int MOST_WORKERS = 1024;
  private static final long LEAST_MEMORY = 8L << 20;

  /** Long enough, and still to be counted in nanoseconds. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final Duration LONGEST_HEARTBEAT = Duration.ofHours(1);

  private int workers = Cpus.usable();
  private WorkerLauncher launcher;
  private final List<String> jvmFlags = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Consumer<PoolEvent> listener;
  private Duration heartbeat = Duration.ofMillis(250);
  private Duration silence = Duration.ofSeconds(10);
  private Duration startLimit = Duration.ofSeconds(30);
  private Duration stopGrace = Duration.ofMillis(150);
  private Duration exitLimit = Duration.ofSeconds(10);
  private int crashLimit = 10;
  private Duration crashWindow = Duration.ofSeconds(60);
  private final List<String> admitted = new ArrayList<>();
  private TaskAction initializer;
  private TaskAction exitFunction;
  private int maxTasksPerWorker;
  private Duration taskTimeout;
  private int retries;

  PoolBuilder() {}

  /**
   * How many processes; as many as {@link Cpus#usable()} otherwise.
   *
   * @throws IllegalArgumentException when it is below 1 or above 1024
   */
  public PoolBuilder workers(int count) {
    workers = checkedWorkers(count);
    return this;
  }

  static int checkedWorkers(int count) {
    if (count < 1 || count > MOST_WORKERS) {
      throw new IllegalArgumentException(
          "a pool has 1 to %d workers, not %d".formatted(MOST_WORKERS, count));
    }
    return count;
  }

  /** Run in every worker before its first task. A pool whose initializer fails starts nothing. */
  public PoolBuilder initializer(TaskAction action) {
    initializer = Objects.requireNonNull(action);
    return this;
  }

  /** Run in every worker that leaves in order; not in one that is killed. */
  public PoolBuilder exitFunction(TaskAction action) {
    exitFunction = Objects.requireNonNull(action);
    return this;
  }

  /**
   * After so many chunks a worker is replaced by a fresh process.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public PoolBuilder maxTasksPerWorker(int count) {
    maxTasksPerWorker = positive(count, "tasks for each worker");
    return this;
  }

  /**
   * Most memory for the heap of one worker, and as much again for buffers outside it. A task that
   * needs more fails with {@link PoolException.OutOfMemory}, and its worker is replaced.
   *
   * @param bytes at least 8 MiB
   * @throws IllegalArgumentException when it is less
   */
  public PoolBuilder memoryLimit(long bytes) {
    jvmFlags.addAll(memoryFlags(bytes));
    return this;
  }

  static List<String> memoryFlags(long bytes) {
    if (bytes < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "a worker needs at least %,d bytes, not %,d".formatted(LEAST_MEMORY, bytes));
    }
    return List.of("-Xmx" + bytes, "-XX:MaxDirectMemorySize=" + bytes);
  }

  /** Flags for the JVM of every worker, such as {@code -Xss4m}; later ones win. */
  public PoolBuilder jvmFlags(String... flags) {
    jvmFlags.addAll(List.of(flags));
    return this;
  }

  /** A variable of every worker's environment, beside those of this process. */
  public PoolBuilder environment(String name, String value) {
    environment.put(checkedVariable(name, value), value);
    return this;
  }

  static String checkedVariable(String name, String value) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || (name + value).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a name of a variable: " + name);
    }
    return name;
  }

  /**
   * How long one chunk may run; with a chunk size that is left open, a chunk is then one item. A
   * task that takes longer is interrupted, its worker killed if that does not help, and fails with
   * {@link PoolException.TimedOut}.
   */
  public PoolBuilder taskTimeout(Duration limit) {
    taskTimeout = positive(limit, "the time for a task");
    return this;
  }

  /** How often a task is tried again after its worker died of it; 0 otherwise. */
  public PoolBuilder retries(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("retries cannot be negative: " + count);
    }
    retries = count;
    return this;
  }

  /**
   * Admits classes to cross between the processes, beside plain values of the JDK and the package
   * of the task itself.
   *
   * @param packages prefixes of class names, such as {@code com.acme.}
   */
  public PoolBuilder admit(String... packages) {
    admitted.addAll(checkedPackages(packages));
    return this;
  }

  static List<String> checkedPackages(String... packages) {
    for (var prefix : packages) {
      if (prefix.isBlank()) {
        throw new IllegalArgumentException("name a package, such as \"com.acme.\"");
      }
    }
    return List.of(packages);
  }

  /** Told of everything that happens, on the pool's threads; quick and thread-safe. */
  public PoolBuilder listener(Consumer<PoolEvent> told) {
    listener = Objects.requireNonNull(told);
    return this;
  }

  /** Time between signs of life, and how long a worker may be silent before it is killed. */
  public PoolBuilder heartbeat(Duration interval, Duration mostSilence) {
    heartbeat = positive(interval, "the heartbeat");
    if (heartbeat.toMillis() < 1 || heartbeat.compareTo(LONGEST_HEARTBEAT) > 0) {
      throw new IllegalArgumentException(
          "a heartbeat comes every millisecond to every hour, not every " + interval);
    }
    silence = positive(mostSilence, "the silence");
    return this;
  }

  /** How long a process may take to start, its initializer included. */
  public PoolBuilder startLimit(Duration limit) {
    startLimit = positive(limit, "the time to start");
    return this;
  }

  /** How long a worker that leaves may take, its exit function included. */
  public PoolBuilder exitLimit(Duration limit) {
    exitLimit = positive(limit, "the time to leave");
    return this;
  }

  /**
   * So many deaths of one worker within a time end its replacement. Only those count that bring
   * nothing forward: the process did no task, and no task was found to be to blame for good.
   */
  public PoolBuilder crashLimit(int deaths, Duration within) {
    crashLimit = positive(deaths, "deaths");
    crashWindow = positive(within, "the time for them");
    return this;
  }

  /** Starts workers in a way of your own; flags and environment set here are then not used. */
  public PoolBuilder launcher(WorkerLauncher own) {
    launcher = Objects.requireNonNull(own);
    return this;
  }

  /** Starts the pool; its processes come up in the background. */
  public ProcessPool open() {
    var pool =
        new ProcessPool(
            launcher != null ? launcher : JvmLauncher.ofThisProcess(jvmFlags, environment),
            options(),
            listener);
    pool.resize(workers);
    return pool;
  }

  PoolOptions options() {
    return new PoolOptions(
        heartbeat,
        silence,
        startLimit,
        stopGrace,
        exitLimit,
        crashLimit,
        crashWindow,
        admitted,
        initializer,
        exitFunction,
        maxTasksPerWorker,
        taskTimeout,
        retries);
  }

  private static int positive(int count, String what) {
    if (count < 1) {
      throw new IllegalArgumentException("%s: at least 1, not %d".formatted(what, count));
    }
    return count;
  }

  private static Duration positive(Duration time, String what) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("%s cannot be %s".formatted(what, time));
    }
    return time.compareTo(FOR_EVER) < 0 ? time : FOR_EVER;
  }
}
