package speedup.experiment;

import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.RunTrace;

/**
 * A finished run.
 *
 * @param seconds its wall time
 * @param result the whole result
 * @param trace what the workers did
 */
record RunOutcome(PlannedRun run, double seconds, Object result, RunTrace trace) {}
