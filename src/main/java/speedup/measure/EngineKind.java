package speedup.measure;

/** The ways a workload can be executed. */
public enum EngineKind {
  /** One worker JVM with the same flags as the others, running the plain loop. */
  SEQUENTIAL("sequential"),
  /** The shared pool of child JVMs. */
  PROCESSES("processes");

  private final String id;

  EngineKind(String id) {
    this.id = id;
  }

  /** The name on the command line and in files. */
  public String id() {
    return id;
  }
}
