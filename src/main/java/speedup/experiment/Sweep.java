package speedup.experiment;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import speedup.measure.Environment;
import speedup.measure.TimedRun;
import speedup.workload.InputException;
import speedup.workload.Workload;

/**
 * A study from request to report, on the thread that calls {@link #run}. Of each run only its time
 * and where it went are kept: what every worker did would not fit into memory for hundreds of runs.
 */
final class Sweep {
  private final SweepRequest request;
  private final Workload workload;
  private final LabTools tools;
  private final RunChannel channel;

  Sweep(SweepRequest request, Workload workload, LabTools tools, RunChannel channel) {
    this.request = request;
    this.workload = workload;
    this.tools = tools;
    this.channel = channel;
  }

  SweepReport run() throws InputException, ExperimentFailedException, InterruptedException {
    var runs = new ArrayList<TimedRun>();
    var result = new AtomicReference<>();
    var findings =
        new Bench(request.run(), ExperimentPlan.of(request), workload, tools, channel)
            .run(measured -> {
              runs.add(measured.timed());
              if (measured.timed().size() == 1) {
                result.compareAndSet(null, measured.outcome().result());
              }
            });
    var notes = new ArrayList<>(findings.notes());
    notes.addAll(OtherLoad.note(runs));
    var prepared = findings.work().prepared();
    return new SweepReport(
        request,
        findings.settings(),
        Environment.current(),
        prepared.description(),
        notes,
        findings.work().items(),
        runs,
        findings.dispatchMicros(),
        prepared.inWords(result.get()),
        prepared.inValues(result.get()));
  }
}
