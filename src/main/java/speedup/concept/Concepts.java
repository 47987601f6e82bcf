package speedup.concept;

import java.util.List;
import speedup.concept.stage.Locks;

/** All concepts, in the order in which they are taught. */
final class Concepts {
  static final List<Concept> ALL = List.of(new Locks());

  private Concepts() {}
}
