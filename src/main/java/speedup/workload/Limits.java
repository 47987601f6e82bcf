package speedup.workload;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a worker may take that runs a person's own code. Such a run has worker processes of its own,
 * which end with it.
 *
 * @param memoryBytes most memory for the heap of one worker, and as much again for buffers
 * @param chunkMillis how long a chunk of items may take; empty where the task itself sees to the
 *     time
 * @param packages prefixes of names of classes that may cross, beside the package of the task
 */
public record Limits(long memoryBytes, OptionalLong chunkMillis, List<String> packages) {
  /** Copies the prefixes. */
  public Limits {
    packages = List.copyOf(packages);
  }
}
