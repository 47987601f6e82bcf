package speedup.measure;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways a workload can be executed, in the order in which they are shown. */
public enum EngineKind {
  /** One worker JVM with the same flags as the others, running the plain loop. */
  SEQUENTIAL("sequential"),
  /** The shared pool of child JVMs. */
  PROCESSES("processes"),
  /** Platform threads in one worker JVM that share the chunks. */
  THREADS("threads"),
  /** The same threads behind one global lock, which a task gives up only while it waits. */
  THREADS_ONE_LOCK("threads-one-lock"),
  /** The machine's CPython, which shares the chunks out among the processes of its own pool. */
  PYTHON("python");

  private final String id;

  EngineKind(String id) {
    this.id = id;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }

  /** Whether its workers are threads of one process. */
  public boolean threads() {
    return this == THREADS || this == THREADS_ONE_LOCK;
  }

  /** The engine with this {@link #id()}. */
  public static Optional<EngineKind> of(String id) {
    return Stream.of(values()).filter(engine -> engine.id.equals(id)).findFirst();
  }
}
