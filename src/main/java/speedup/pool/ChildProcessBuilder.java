package speedup.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import speedup.measure.PoolEvent;
import speedup.pool.task.TaskAction;

/**
 * Settings of a new {@link ChildProcess}. Every setting is checked at once; no process is touched
 * before {@link ChildProcess#start}. Used by one thread.
 */
public final class ChildProcessBuilder {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TaskAction task;
  private final List<String> jvmFlags = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> admitted = new ArrayList<>(List.of(ChildBody.class.getName()));
  private String name;
  private boolean daemon;
  private WorkerLauncher launcher;
  private Consumer<? super PoolEvent.Output> output = ChildProcessBuilder::print;

  ChildProcessBuilder(TaskAction task) {
    this.task = Objects.requireNonNull(task);
  }

  private static void print(PoolEvent.Output line) {
    (line.error() ? System.err : System.out).println(line.line());
  }

  /**
   * A name for people; {@code process 1}, {@code process 2}, ... otherwise. Those that a child
   * starts are then {@code process 1:1}, {@code process 1:2}, ...
   *
   * @throws IllegalArgumentException when it is blank
   */
  public ChildProcessBuilder name(String text) {
    if (text.isBlank() || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("not a name of a process: \"" + text + "\"");
    }
    name = text;
    return this;
  }

  /** Whether it is ended when this program ends; otherwise this program waits for it. */
  public ChildProcessBuilder daemon(boolean on) {
    daemon = on;
    return this;
  }

  /** Flags for its JVM, such as {@code -Xss4m}; later ones win. */
  public ChildProcessBuilder jvmFlags(String... flags) {
    jvmFlags.addAll(List.of(flags));
    return this;
  }

  /**
   * Most memory for its heap, and as much again for buffers outside it. A task that needs more
   * fails with {@link PoolException.OutOfMemory}.
   *
   * @param bytes at least 8 MiB
   * @throws IllegalArgumentException when it is less
   */
  public ChildProcessBuilder memoryLimit(long bytes) {
    jvmFlags.addAll(PoolBuilder.memoryFlags(bytes));
    return this;
  }

  /**
   * A variable of its environment, beside those of this process.
   *
   * @throws IllegalArgumentException when it is no name of a variable
   */
  public ChildProcessBuilder environment(String variable, String value) {
    environment.put(PoolBuilder.checkedVariable(variable, value), value);
    return this;
  }

  /**
   * Admits classes to cross to the process, beside plain values of the JDK and the package of the
   * task itself.
   *
   * @param packages prefixes of class names, such as {@code com.acme.}
   * @throws IllegalArgumentException when one is blank
   */
  public ChildProcessBuilder admit(String... packages) {
    admitted.addAll(PoolBuilder.checkedPackages(packages));
    return this;
  }

  /**
   * Told every line that the process prints, on threads that read from it; quick and thread-safe.
   * Otherwise lines go to {@link System#out} and {@link System#err} of this process.
   */
  public ChildProcessBuilder output(Consumer<? super PoolEvent.Output> listener) {
    output = Objects.requireNonNull(listener);
    return this;
  }

  /** Starts the process in a way of your own; flags and environment set here are then not used. */
  public ChildProcessBuilder launcher(WorkerLauncher own) {
    launcher = Objects.requireNonNull(own);
    return this;
  }

  /** The process, not started. */
  public ChildProcess build() {
    return new ChildProcess(settings());
  }

  ChildSettings settings() {
    return new ChildSettings(
        new ChildBody(name == null ? nextName() : name, task),
        List.copyOf(admitted),
        daemon,
        launcher == null ? JvmLauncher.ofThisProcess(jvmFlags, environment) : launcher,
        new EventSink(this::told));
  }

  private void told(PoolEvent event) {
    if (event instanceof PoolEvent.Output line) {
      output.accept(line);
    }
  }

  private static String nextName() {
    var number = COUNT.incrementAndGet();
    return ChildProcess.parentPid().isEmpty()
        ? "process " + number
        : ChildProcess.currentName() + ":" + number;
  }
}
