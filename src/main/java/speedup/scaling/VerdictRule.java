package speedup.scaling;

import java.util.Optional;

/** One thing that a verdict can say. */
interface VerdictRule {
  /** The verdict where this is what the facts show, empty where it is something else. */
  Optional<Verdict> about(VerdictFacts facts);
}
