package speedup.concept.lesson;

import java.util.List;

/** What has to be taught, whatever of it is built so far. */
final class Coverage {
  /** The ids of all concepts, in the order in which they are taught. */
  static final List<String> CONCEPTS =
      List.of(
          "process",
          "pool",
          "executor",
          "queue",
          "pipe",
          "shared-memory",
          "manager",
          "lock",
          "semaphore",
          "event",
          "condition",
          "barrier",
          "isolation",
          "serialisation",
          "overhead",
          "spawn-guard",
          "threads-or-processes",
          "amdahl");

  private Coverage() {}
}
