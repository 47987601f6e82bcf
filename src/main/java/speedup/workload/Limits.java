package speedup.workload;

import java.util.List;

/**
 * What a worker may take that runs a person's own code. Such a run has worker processes of its own,
 * which end with it.
 *
 * @param memoryBytes most memory for the heap of one worker, and as much again for buffers
 * @param packages prefixes of names of classes that may cross, beside the package of the task
 */
public record Limits(long memoryBytes, List<String> packages) {
  /** Copies the prefixes. */
  public Limits {
    packages = List.copyOf(packages);
  }
}
