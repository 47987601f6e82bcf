package speedup.concept;

import java.util.List;
import speedup.concept.stage.Amdahl;
import speedup.concept.stage.Barriers;
import speedup.concept.stage.Conditions;
import speedup.concept.stage.Events;
import speedup.concept.stage.Executors;
import speedup.concept.stage.Isolation;
import speedup.concept.stage.Locks;
import speedup.concept.stage.Managers;
import speedup.concept.stage.Overhead;
import speedup.concept.stage.Pipes;
import speedup.concept.stage.Pools;
import speedup.concept.stage.Processes;
import speedup.concept.stage.Queues;
import speedup.concept.stage.Semaphores;
import speedup.concept.stage.Serialisations;
import speedup.concept.stage.SharedMemories;
import speedup.concept.stage.SpawnGuard;
import speedup.concept.stage.ThreadsOrProcesses;

/** All concepts, in the order in which they are taught. */
final class Concepts {
  static final List<Concept> ALL =
      List.of(
          new Processes(),
          new Pools(),
          new Executors(),
          new Queues(),
          new Pipes(),
          new SharedMemories(),
          new Managers(),
          new Locks(),
          new Semaphores(),
          new Events(),
          new Conditions(),
          new Barriers(),
          new Isolation(),
          new Serialisations(),
          new Overhead(),
          new SpawnGuard(),
          new ThreadsOrProcesses(),
          new Amdahl());

  private Concepts() {}
}
