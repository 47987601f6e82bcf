package speedup.ui.run;

import java.util.Optional;
import speedup.measure.EngineKind;
import speedup.workload.Workload;

/** Knows which engines can run a workload here. Any thread; the first answer may take a moment. */
@FunctionalInterface
public interface EngineQuestion {
  /** Why an engine cannot run it, one sentence; empty where it can. */
  Optional<String> why(Workload workload, EngineKind engine);
}
