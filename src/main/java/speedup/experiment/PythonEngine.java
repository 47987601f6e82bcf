package speedup.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import speedup.experiment.ExperimentPlan.PlannedRun;
import speedup.measure.PoolEvent;
import speedup.measure.TraceRecorder;
import speedup.pool.ProcessPool;
import speedup.python.PythonException;
import speedup.python.PythonJob;
import speedup.python.PythonSession;
import speedup.workload.PythonWork;
import speedup.workload.Stage;

/**
 * The parallel program in Python: a {@code multiprocessing.Pool} computes the chunks, the parent
 * merges. Its time is all the time from the first chunk on its way to the merged result, as with
 * processes; cold, the start of Python and of its workers belongs to it.
 *
 * @param chunkItems items in a chunk
 * @param source where the pool comes from
 */
record PythonEngine(long chunkItems, PythonSource source) implements Engine {
  @Override
  public RunOutcome run(
      PlannedRun run, Work work, ProcessPool pool, RunChannel channel, boolean cold)
      throws PythonException, InterruptedException {
    var python = work.prepared().inPython().orElseThrow();
    var recorder = new TraceRecorder();
    var events = channel.showOthers(recorder);
    var usable = false;
    try {
      if (cold) {
        source.end();
      }
      var launched = System.nanoTime();
      var session = source.session(run.workers(), events);
      if (!cold) {
        introduce(session, events);
      }
      var start = cold ? launched : System.nanoTime();
      var results = new ArrayList<Object>();
      for (var stage : work.stages()) {
        results.addAll(runStage(python, stage, results.size(), session, events));
      }
      var workEnd = System.nanoTime();
      var result = work.prepared().merge(results);
      var end = System.nanoTime();
      usable = !cold;
      var trace = recorder.finish(start, workEnd, end, run.workers());
      return new RunOutcome(run, trace.seconds(), result, trace);
    } finally {
      channel.dropRecording();
      if (!usable) {
        source.end();
      }
    }
  }

  /** The workers were there before; whoever listens hears who they are. */
  private static void introduce(PythonSession session, Consumer<PoolEvent> events) {
    var pids = session.pids();
    for (var worker = 0; worker < pids.size(); worker++) {
      events.accept(new PoolEvent.Ready(worker, System.nanoTime(), pids.get(worker), 0));
    }
  }

  private List<Object> runStage(
      PythonWork<Object, Object> python,
      Stage<Object, Object> stage,
      int number,
      PythonSession session,
      Consumer<PoolEvent> events)
      throws PythonException, InterruptedException {
    var cut = new ChunkCut(stage.items(), chunkItems);
    var results = new Object[cut.chunks()];
    session.run(
        new PythonJob(
            number,
            python.function(),
            cut.chunks(),
            chunk -> python.argument().apply(cut.slice(stage, chunk)),
            cut::length,
            (chunk, value) -> results[chunk] = python.result().apply(value)),
        events);
    return Arrays.asList(results);
  }
}
