package speedup.workload;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.StreamSupport;

/** The workloads that are there: the built-in ones, then those of jars on the class path. */
public final class Workloads {
  private Workloads() {}

  /** All of them, in the order in which they are offered. */
  public static List<Workload> all() {
    return StreamSupport.stream(ServiceLoader.load(Workload.class).spliterator(), false).toList();
  }

  /** The one with this id. */
  public static Optional<Workload> byId(String id) {
    return all().stream().filter(workload -> workload.id().equals(id)).findFirst();
  }
}
