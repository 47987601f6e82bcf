package speedup.concept;

import java.util.List;
import speedup.concept.stage.Executors;
import speedup.concept.stage.Isolation;
import speedup.concept.stage.Locks;
import speedup.concept.stage.Overhead;
import speedup.concept.stage.Pools;
import speedup.concept.stage.Processes;
import speedup.concept.stage.SpawnGuard;

/** All concepts, in the order in which they are taught. */
final class Concepts {
  static final List<Concept> ALL =
      List.of(
          new Processes(),
          new Pools(),
          new Executors(),
          new Locks(),
          new Isolation(),
          new Overhead(),
          new SpawnGuard());

  private Concepts() {}
}
