package speedup.concept;

import java.util.List;
import speedup.concept.stage.Amdahl;
import speedup.concept.stage.Barriers;
import speedup.concept.stage.Conditions;
import speedup.concept.stage.Events;
import speedup.concept.stage.Locks;
import speedup.concept.stage.Semaphores;
import speedup.concept.stage.ThreadsOrProcesses;

/** All concepts, in the order in which they are taught. */
final class Concepts {
  static final List<Concept> ALL =
      List.of(
          new Locks(),
          new Semaphores(),
          new Events(),
          new Conditions(),
          new Barriers(),
          new ThreadsOrProcesses(),
          new Amdahl());

  private Concepts() {}
}
